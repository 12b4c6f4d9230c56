--[[
The deck's filter. A slide of the document is a Div with its headline, its chart and its notes; here it becomes a page of Typst, or a slide
of PowerPoint with speaker notes. Nothing is worded here.
]]

local stringify = pandoc.utils.stringify
local typst = FORMAT:match 'typst' ~= nil

local function literal(text)
  return '"' .. text:gsub('[\\"]', '\\%0'):gsub('%c', ' ') .. '"'
end

-- The parts of a slide, by what they are.
local function parts_of(div)
  local parts = { text = pandoc.Blocks {} }
  for _, block in ipairs(div.content) do
    local first = (block.t == 'Para' or block.t == 'Plain') and #block.content == 1 and block.content[1]
    local class = first and first.t == 'Span' and first.classes[1]
    if block.t == 'Header' then parts.headline = block.content
    elseif block.t == 'Div' and block.classes:includes 'notes' then parts.notes = block
    elseif first and first.t == 'Image' then parts.image = first
    elseif class == 'kicker' or class == 'sub' or class == 'source' then parts[class] = first.content
    else parts.text:insert(block) end
  end
  return parts
end

local function page(div)
  local parts = parts_of(div)
  local made = pandoc.Blocks {}
  local function code(text) made:insert(pandoc.RawBlock('typst', text)) end
  local function argument(name, content)
    if not content then return end
    code(name .. ': [')
    made:insert(pandoc.Plain(content))
    code '],'
  end
  code('#slide(kind: ' .. literal(div.attributes.kind) .. ', at: ' .. literal(div.attributes.at) .. ',')
  argument('headline', parts.headline)
  argument('kicker', parts.kicker)
  argument('sub', parts.sub)
  argument('source', parts.source)
  if parts.image then
    local head, foot = (div.attributes.crop or '0 0'):match '^([%d.]+) ([%d.]+)$'
    code(('chart: (path: %s, alt: %s, head: %s, foot: %s),'):format(
      literal(parts.image.src), literal(stringify(parts.image.caption)), head, foot))
  end
  if div.attributes.kind == 'asked' then
    -- Each paragraph is a question in bold and its answer.
    code 'answers: ('
    for _, block in ipairs(parts.text) do
      local answer = block.content:clone()
      local question = answer:remove(1)
      code '(['
      made:insert(pandoc.Plain(question.content))
      code '], ['
      made:insert(pandoc.Plain(answer))
      code ']),'
    end
    code '),'
    parts.text = pandoc.Blocks {}
  end
  code ')['
  made:extend(parts.text)
  code ']'
  return made
end

-- PowerPoint: the message and the words about the chart on the left, the drawing on the right. The opening is the title slide, which is
-- made from metadata.
local drawings = 0
local function powerpoint(div, meta)
  local parts = parts_of(div)
  if div.attributes.kind == 'opening' then
    meta.title, meta.subtitle = parts.headline, parts.sub
    for _, block in ipairs(parts.text) do
      meta.subtitle:extend { pandoc.LineBreak(), pandoc.LineBreak() }
      meta.subtitle:extend(block.content)
    end
    meta.notes = parts.notes and parts.notes.content
    return {}
  end
  local made = pandoc.Blocks { pandoc.Header(1, parts.headline) }
  if parts.image then
    drawings = drawings + 1
    made:extend {
      pandoc.Para { pandoc.Strong(parts.kicker) }, pandoc.Para(parts.sub), pandoc.Para(parts.source), pandoc.Para(div.attributes.at),
      -- The writer takes the title of a picture for its alt text.
      pandoc.Para { pandoc.Image({}, 'drawing-' .. drawings .. '.png', stringify(parts.image.caption)) },
    }
  else
    made:extend(parts.text)
  end
  if parts.notes then made:insert(parts.notes) end
  return made
end

function Pandoc(doc)
  local made, meta = pandoc.Blocks {}, { lang = doc.meta.lang }
  for _, block in ipairs(doc.blocks) do
    if block.t == 'Div' and block.classes:includes 'slide' then
      made:extend(typst and page(block) or powerpoint(block, meta))
    end
  end
  doc.blocks = made
  -- PowerPoint would copy every piece of metadata into its file.
  if not typst then doc.meta = meta end
  return doc
end
