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
    elseif class == 'sub' then parts[class] = first.content
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
  code('#slide(kind: ' .. literal(div.attributes.kind) .. ',')
  argument('headline', parts.headline)
  argument('sub', parts.sub)
  if parts.image then
    code(('chart: (path: %s, alt: %s, bands: (%s,), built: %s),'):format(
      literal(parts.image.src), literal(stringify(parts.image.caption)), div.attributes.bands:gsub(' ', ', '),
      div.attributes.built == 'yes' and 'true' or 'false'))
  end
  code ')['
  made:extend(parts.text)
  code ']'
  return made
end

-- PowerPoint: the message, and the drawing below it. The opening is the title slide, which is made from metadata.
local drawings = 0
local function powerpoint(div, meta)
  local parts = parts_of(div)
  if div.attributes.kind == 'opening' then
    meta.title, meta.subtitle = parts.headline, parts.sub
    meta.notes = parts.notes and parts.notes.content
    return {}
  end
  local made = pandoc.Blocks { pandoc.Header(1, parts.headline) }
  if parts.image then
    drawings = drawings + 1
    -- The writer takes the title of a picture for its alt text.
    made:insert(pandoc.Para { pandoc.Image({}, 'drawing-' .. drawings .. '.png', stringify(parts.image.caption)) })
  elseif parts.sub then
    made:insert(pandoc.Para(parts.sub))
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
