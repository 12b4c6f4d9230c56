--[[
The last filter of everything that is set on paper: words that Typst would change stand as they were typed. Two hyphens stay two, and a
word too long for a line is broken where the line ends, without a hyphen that nobody wrote.
]]

if not FORMAT:match 'typst' then return {} end

local LONGEST, PIECE = 30, 12 -- letters: a longer run has places to break, so far apart

local function literal(text)
  return '#"' .. text:gsub('[\\"]', '\\%0') .. '";'
end

local function is_long(text)
  for run in text:gmatch '[^%s/-]+' do
    if (utf8.len(run) or #run) > LONGEST then return true end
  end
end

function Str(element)
  local text = element.text
  if is_long(text) then
    local pieces = {}
    for start = 1, pandoc.text.len(text), PIECE do
      pieces[#pieces + 1] = literal(pandoc.text.sub(text, start, start + PIECE - 1))
    end
    return pandoc.RawInline('typst', table.concat(pieces, '#h(0.01pt);'))
  end
  if text:find('--', 1, true) or text:find('..', 1, true) then return pandoc.RawInline('typst', literal(text)) end
end
