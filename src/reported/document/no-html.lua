--[[
The filter of a document in which HTML may stand: it is text. pandoc's reader of CommonMark would pass it on.
]]

local function text(raw) return pandoc.Str((raw.text:gsub('%s+$', ''):gsub('%s+', ' '))) end

function RawInline(raw) return text(raw) end

function RawBlock(raw) return pandoc.Para { text(raw) } end
