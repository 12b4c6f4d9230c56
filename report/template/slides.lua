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

-- The height of a drawing, in its own units.
local function height(path)
  local file = assert(io.open(path, 'rb'), 'the picture "' .. path .. '" is missing')
  local box = file:read(2000):match 'viewBox="0 0 [%d.]+ ([%d.]+)"'
  file:close()
  return tonumber(box)
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
    local high = height(parts.image.src)
    code(('chart: (path: %s, alt: %s, head: %.4f, foot: %.4f),'):format(
      literal(parts.image.src), literal(stringify(parts.image.caption)), head / high, foot / high))
  end
  code ')['
  made:extend(parts.text)
  code ']'
  return made
end

-- PowerPoint: the picture is whole, its own title with it; above it stands the question it answers. The opening is the title slide, which
-- is made from metadata.
local function powerpoint(div, meta)
  local parts = parts_of(div)
  if div.attributes.kind == 'opening' then
    meta.title, meta.subtitle = parts.headline, parts.sub
    for _, block in ipairs(parts.text) do
      meta.subtitle:insert(pandoc.LineBreak())
      meta.subtitle:extend(block.content)
    end
    meta.notes = parts.notes and parts.notes.content
    return {}
  end
  local made = pandoc.Blocks { pandoc.Header(1, parts.kicker or parts.headline) }
  if parts.image then
    -- The writer takes the title of a picture for its alt text.
    local alt = stringify(parts.image.caption)
    made:insert(pandoc.Para { pandoc.Image({}, (parts.image.src:gsub('%.svg$', '.png')), alt) })
  end
  made:extend(parts.text)
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
