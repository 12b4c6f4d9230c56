--[[
The first filter of every document: what is beyond CommonMark. A table comes with its widths as an attribute, and in a block behind its
caption, where it has one.
]]

function Table(tbl)
  local widths, whole = pandoc.List {}, 0
  for width in (tbl.attributes.widths or ''):gmatch '%d+' do
    widths:insert(tonumber(width))
    whole = whole + tonumber(width)
  end
  tbl.attributes.widths = nil
  for place, spec in ipairs(tbl.colspecs) do spec[2] = widths[place] and widths[place] / whole end
  return tbl
end

function Div(div)
  if not div.classes:includes 'captioned' then return end
  local caption, tbl = table.unpack(div.content)
  tbl.caption = pandoc.Caption { pandoc.Plain(caption.content) }
  return tbl
end
