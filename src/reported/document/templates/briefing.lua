--[[
The briefing's filter: takes the plain marks of the document (tests/rendering/sample.md uses them all) and gives each its
shape in HTML and in Typst. It also keeps the gate: whatever a reader could not use (a figure without
alt text, a missing picture, a link that leads nowhere) is collected, printed in full, and stops the build.

No words for readers stand here: labels come from the metadata. Text of the document reaches Typst through pandoc's own
writer, or as a string literal made by `literal`, so that it is never read as code.
]]

local stringify = pandoc.utils.stringify
local typst = FORMAT:match 'typst' ~= nil
local elsewhere = typst and 'on-screen' or 'in-print' -- what bears this class belongs to the other format

local problems = {}
local function problem(text, ...)
  problems[#problems + 1] = text:format(...)
end

-- A document whose sections are converted apart (metadata `apart`: a piece of it, or the frame around them) is joined afterwards: what is
-- counted over the whole stands in a piece as a mark, how many of its kind it is within.
local apart = ''
local function nth(kind, number)
  return apart == 'piece' and ('\u{e000}' .. kind .. ' ' .. number .. '\u{e001}') or nil
end

-- Labels ------------------------------------------------------------------------------------------------------------

local labels = {}
local needed = { 'figure', 'table', 'rests_on', 'skip', 'more_rows' }

local function read_labels(meta)
  for _, name in ipairs { 'title', 'lang', 'toc-title' } do
    if not meta[name] then problem('The metadata has no "%s".', name) end
  end
  for _, name in ipairs(needed) do
    local label = meta.labels and meta.labels[name]
    if label then labels[name] = stringify(label) else problem('The metadata has no label "%s" (under labels).', name) end
  end
  for _, name in ipairs { 'record', 'some_rows', 'no_rows', 'elsewhere' } do
    labels[name] = meta.labels and meta.labels[name] and stringify(meta.labels[name]) or ''
  end
end

-- Text as it may stand in an attribute.
local function attribute(text)
  return (text:gsub('[&<>"]', { ['&'] = '&amp;', ['<'] = '&lt;', ['>'] = '&gt;', ['"'] = '&quot;' }))
end

-- Typst, written safely ---------------------------------------------------------------------------------------------

local function raw(code) return pandoc.RawBlock('typst', code) end
local function raw_inline(code) return pandoc.RawInline('typst', code) end

-- A Typst string literal that stands for exactly this text.
local function literal(text)
  return '"' .. text:gsub('[\\"]', '\\%0'):gsub('%c', ' ') .. '"'
end

local function anchor(id)
  return id ~= '' and ' #label(' .. literal(id) .. ')' or ''
end

-- What is longer than a page may not be kept together, or its end would stand nowhere.
local WHOLE = 1200 -- letters
local function is_long(text) return (utf8.len(text) or 0) > WHOLE end
local function breakable(blocks) return is_long(stringify(pandoc.Blocks(blocks))) and 'breakable: true' or nil end

-- `#name(arguments)[ blocks ] <id>`
local function call(name, blocks, id, arguments)
  local made = pandoc.Blocks { raw('#' .. name .. (arguments and '(' .. arguments .. ')' or '') .. '[') }
  made:extend(blocks)
  made:insert(raw(']' .. anchor(id or '')))
  return made
end

local function call_inline(name, inlines, arguments)
  local made = pandoc.Inlines { raw_inline('#' .. name .. (arguments and '(' .. arguments .. ')' or '') .. '[') }
  made:extend(inlines)
  made:insert(raw_inline ']')
  return made
end

-- What must hold before anything is shaped --------------------------------------------------------------------------

local there = {} -- every place of the document that a link can lead to
local links, images = {}, 0 -- the links that lead there, and how many pictures the document has

local function meet(element)
  local id = element.identifier
  if id == '' then return end
  if there[id] then problem('Two places are called #%s: one of them must go.', id) end
  there[id] = true
end

local function meet_link(link)
  meet(link)
  local target = link.target
  if target:sub(1, 1) == '#' then
    links[#links + 1] = link
  elseif not (target:match '^https?://' or target:match '^mailto:') then
    problem('The link "%s" leads to "%s": only web addresses (http, https, mailto) and places in the document are allowed.',
      stringify(link), target)
  end
end

local function meet_image(image)
  meet(image)
  images = images + 1
end

-- A document holds some things twice, once for the screen and once for paper; what opens in place cannot open on paper. What is
-- not kept is not looked into.
local function met(element)
  local classes = element.classes
  if #classes > 0 then
    local opens = typst and (classes:includes 'evidence' or classes:includes 'panel')
    local around = classes:includes 'head' or classes:includes 'foot' -- of a figure, which paper sets as well
    if opens or classes:includes(elsewhere) and not around then return {}, false end
  end
  meet(element)
end

-- One walk, since each takes a tenth of pandoc's time: what belongs to the other format is left out, all else is met.
local function met_all(doc)
  return doc:walk {
    traverse = 'topdown',
    Div = met, Span = met, Header = met,
    Table = meet, Code = meet, CodeBlock = meet, Figure = meet, Image = meet_image, Link = meet_link,
  }
end

local function check_links()
  if apart ~= '' then return end -- they may lead to another piece
  for _, link in ipairs(links) do
    local id = link.target:sub(2)
    if not there[id] then problem('The link "%s" leads to #%s, which is nowhere in the document.', stringify(link), id) end
  end
end

-- Numbers and captions ----------------------------------------------------------------------------------------------

local counted = { figure = 0, table = 0 }

-- "Figure 3 " in front of a caption.
local function numbered(kind, inlines)
  counted[kind] = counted[kind] + 1
  local label = (labels[kind] or '') .. '\u{a0}' .. (nth(kind, counted[kind]) or counted[kind])
  local caption = pandoc.Inlines { pandoc.Span({ pandoc.Str(label) }, { class = 'label' }), pandoc.Space() }
  caption:extend(inlines)
  return caption
end

-- Figures -----------------------------------------------------------------------------------------------------------

local kinds = { svg = 'image/svg+xml', png = 'image/png', jpg = 'image/jpeg', jpeg = 'image/jpeg' }

local drawn, shown = 0, 0 -- drawings whose names were shortened, pictures of figures

-- The same drawing in fewer letters: without what is not drawn or stands in the page's own style sheet (the fonts), with short
-- names that no other drawing of the page uses, and two decimals (a hundredth of a point).
local function lean(svg)
  local drawing
  svg = svg:gsub('<!%-%-.-%-%->', ''):gsub('<metadata.-</metadata>', ''):gsub('<%?xml.-%?>', ''):gsub('<!DOCTYPE.->', '')
  svg = svg:gsub('<style.-</style>', ''):gsub('%s+', ' '):gsub('> <', '><'):gsub('<defs></defs>', '')
  local there, used, count = {}, {}, 0
  for tag in svg:gmatch '<[^>]*>' do
    for name in tag:gmatch ' id="([^"]*)"' do there[name] = true end
  end
  for tag in svg:gmatch '<[^>]*>' do
    for name in tag:gmatch '#([%w_.-]+)' do
      if there[name] and not used[name] then
        if not drawing then
          drawn = drawn + 1
          drawing = nth('drawing', drawn) or drawn
        end
        used[name] = 'd' .. drawing .. '-' .. count
        count = count + 1
      end
    end
  end
  local function rounded(numbers) return numbers:gsub('(%.%d%d)%d+', '%1') end
  -- Only inside tags: what stands between them are words.
  svg = svg:gsub('<[^>]*>', function(tag)
    tag = tag:gsub('xlink:href', 'href'):gsub(' transform="rotate%(%-?0 [^"]*"', ''):gsub("font%-family: '[^;\"]*; ", '')
    tag = tag:gsub(' id="([^"]*)"', function(name) return used[name] and ' id="' .. used[name] .. '"' or '' end)
    tag = tag:gsub('#([%w_.-]+)', function(name) return used[name] and '#' .. used[name] or nil end)
    tag = tag:gsub(' d="[^"]*"', function(path) return (rounded(path):gsub(' ?(%u) ?', '%1'):gsub(' ?z ?', 'z')) end)
    return (tag:gsub('translate%([^)]*%)', rounded):gsub(' [xy][12]?="[^"]*"', rounded))
  end)
  return (svg:gsub('^ ', ''))
end

-- Part of the page, so that its words are set in the page's own letters and a mark can lead to its claim; to a screen reader one
-- picture with its alt text. `crop` is what the drawing's own words take above and below, where the page sets them itself.
local function inline_svg(svg, alt, crop, class)
  local named = attribute(alt)
  local head, foot = (crop or '0 0'):match '^([%d.]+) ([%d.]+)$'
  if crop then svg = svg:gsub('<g id="outside">.-</g>', '') end
  svg = lean(svg):gsub('<a href="#([^"]*)"[^>]*>(.-)</a>', function(claim, mark)
    return (there[claim] or apart == 'piece') and '<a href="#' .. claim .. '" tabindex="-1">' .. mark .. '</a>' or mark
  end)
  local links = svg:find('<a ', 1, true)
  return pandoc.RawInline('html', (svg:gsub('<svg ([^>]*)>(.*)</svg>', function(rest, inner)
    local wide, high = rest:match 'viewBox="0 0 ([%d.]+) ([%d.]+)"'
    local box = wide and (' viewBox="0 %s %s %.2f"'):format(head, wide, high - head - foot) or ''
    local start = '<svg class="' .. class .. '"' .. box .. ' aria-label="' .. named .. '" role="'
    if not links then return start .. 'img">' .. inner .. '</svg>' end
    return start .. 'group"><g aria-hidden="true">' .. inner .. '</g></svg>'
  end, 1)))
end

-- The picture as it goes into the page: a drawing or a data address in HTML, a path inside the folder in Typst. A drawing that is there
-- for a phone as well (`slim`: its crop) goes in twice, and the width of the screen chooses.
local function picture(image, id, crop, slim)
  local path, phone = image.src, nil
  shown = shown + 1
  local alt = stringify(image.caption)
  if alt:match '^%s*$' then problem('The figure #%s (%s) has no alt text.', id, path) end
  local kind = kinds[(path:match '%.(%a+)$' or ''):lower()]
  if not kind then
    problem('The figure #%s shows "%s": a picture must be .svg, .png or .jpg.', id, path)
  elseif path:match '^%a[%w+.-]*:' or path:match '^[/\\]' or path:match '%.%.' then
    problem('The figure #%s shows "%s": a picture must lie in the folder of the figures.', id, path)
  else
    local file = io.open(path, 'rb')
    if not file then
      problem('The figure #%s shows "%s", which is missing.', id, path)
    else
      phone = slim and kind == 'image/svg+xml' and io.open(path:gsub('%.svg$', '-slim.svg'), 'rb')
      if not typst then
        local content = file:read 'a'
        if kind == 'image/svg+xml' then
          image = pandoc.Inlines { inline_svg(content, alt, crop, phone and 'wide' or '') }
          if phone then image:insert(inline_svg(phone:read 'a', alt, slim, 'slim')) end
        else
          image.src = pandoc.mediabag.make_data_uri(kind, content)
        end
      end
      file:close()
      if phone then phone:close() end
    end
  end
  return image, alt, phone and slim
end

-- A figure on paper: picture(path, crop, alt text, its words above, its words below, caption). In a column (`narrow`) its drawing for a
-- phone is shown (`slim`: the crop of that); in the story (`telling`) paper says where it stands.
local narrow, telling, headed = false, false, false -- headed: right below a heading, which would be left alone without it
local function on_paper(image, alt, crop, slim, parts, id)
  local function drawing(path, size) return literal(path) .. ', ' .. (size and '(' .. size:gsub(' ', ', ') .. ')' or 'none') end
  local made = pandoc.Blocks { raw('#picture(' .. (telling and '..how, ' or '')) }
  if narrow and crop and slim then
    made:insert(raw('slim: (' .. drawing(image.src:gsub('%.svg$', '-slim.svg'), slim) .. '), elsewhere: ['))
    made:extend { pandoc.Plain(labels.elsewhere), raw(headed and '], headed: true, ' or '], ') }
  end
  made:insert(raw(drawing(image.src, crop) .. ', ' .. literal(alt)))
  for _, part in ipairs(parts) do
    made:insert(raw ', [')
    made:extend(part)
    made:insert(raw ']')
  end
  made:insert(raw(')' .. anchor(id)))
  return made
end

local raised = false -- whether what is shaped stands on page one
local function is_title(block)
  return block and block.t == 'Para' and #block.content == 1 and block.content[1].t == 'Strong'
end

local function figure(div)
  local image
  local head, foot, rest = pandoc.Blocks {}, pandoc.Blocks {}, pandoc.Blocks {}
  for _, block in ipairs(div.content) do
    local only = (block.t == 'Para' or block.t == 'Plain') and #block.content == 1 and block.content[1]
    if not image and only and only.t == 'Image' then image = only
    elseif block.t == 'Div' and block.classes:includes 'head' then head:insert(block)
    elseif block.t == 'Div' and block.classes:includes 'foot' then foot:insert(block)
    else rest:insert(block) end
  end
  local id = div.identifier
  if not image then
    problem('The figure #%s holds no picture.', id)
    return nil
  end
  local crop = #head > 0 and div.attributes.crop or nil
  local made, alt, slim = picture(image, id, crop, div.attributes.slim)
  -- Only a figure with a caption is counted.
  local captioned = rest[1] and (rest[1].t == 'Para' or rest[1].t == 'Plain')
  if captioned then rest[1] = pandoc.Plain(numbered('figure', rest[1].content)) end
  if typst then
    local words = {}
    for place, around in ipairs { head, foot } do
      words[place] = pandoc.Blocks {}
      for _, block in ipairs(around) do words[place]:extend(block.content) end
    end
    -- The answer stands above the picture of page one, and is its title.
    if raised and is_title(words[1][1]) then words[1]:remove(1) end
    return on_paper(made, alt, crop, slim, { words[1], words[2], rest }, id)
  end
  local name = captioned and { 'aria-labelledby', id .. '-caption' } or { 'aria-label', labels.figure or '' }
  local frame = pandoc.Div({ pandoc.Plain(made) },
    pandoc.Attr('', { 'scroll', 'card' }, { { 'role', 'region' }, { 'tabindex', '0' }, name }))
  if captioned then rest = pandoc.Blocks { pandoc.Div(rest, pandoc.Attr(id .. '-caption', { 'caption' })) } end
  local body = head .. pandoc.Blocks { frame } .. foot
  return pandoc.Figure(body, pandoc.Caption(rest), pandoc.Attr(id, { 'figure' }))
end

-- Tables ------------------------------------------------------------------------------------------------------------

-- The cells of a table, row by row, the head first: each with its column and its text.
local function cells_of(tbl)
  local cells = {}
  local function take(rows)
    for _, row in ipairs(rows) do
      for place, cell in ipairs(row.cells) do cells[#cells + 1] = { place = place, cell = cell, text = stringify(cell.contents) } end
    end
  end
  take(tbl.head.rows)
  for _, body in ipairs(tbl.bodies) do take(body.body) end
  return cells
end

-- Widths follow the dashes of the source, but no column is narrower than its longest word. Where all dashes are alike
-- nothing was asked for, and the content decides.
local LINE = 100 -- letters on a full line of a table, about
local LONGEST = 18 -- longer words are broken

-- The room of a word, in letters; where it is written in Hangul, and words are not broken, a wide letter takes that of two.
local hangul = false
local function room(word)
  local letters = utf8.len(word) or #word
  if hangul then for _ in word:gmatch '[\xEA-\xED][\x80-\xBF][\x80-\xBF]' do letters = letters + 1 end end
  return letters
end

local function set_widths(tbl, cells)
  local alike, narrowest = true, {}
  for place, spec in ipairs(tbl.colspecs) do
    alike = alike and math.abs((spec[2] or 0) - (tbl.colspecs[1][2] or 0)) < 0.001
    narrowest[place] = 0
  end
  if alike then
    for _, spec in ipairs(tbl.colspecs) do spec[2] = nil end
    return
  end
  for _, one in ipairs(cells) do
    for word in one.text:gmatch '%S+' do
      local letters = math.min(room(word), LONGEST) + 3
      narrowest[one.place] = math.max(narrowest[one.place] or 0, letters / LINE)
    end
  end
  local total = 0
  for place, spec in ipairs(tbl.colspecs) do
    spec[2] = math.max(spec[2], narrowest[place])
    total = total + spec[2]
  end
  for _, spec in ipairs(tbl.colspecs) do spec[2] = math.floor(1000 * spec[2] / total) / 1000 end
end

-- A table with sentences in it is restacked on a narrow screen, so each cell says which column it stands in.
local function name_cells(cells)
  local names, wordy = {}, false
  for _, one in ipairs(cells) do
    local name = names[one.place]
    if name then one.cell.attributes['data-label'] = name else names[one.place] = one.text end
    wordy = wordy or (utf8.len(one.text) or #one.text) > 24
  end
  return wordy
end

local unnamed = 0

-- Paper has room for some rows of a long table, those that it names as leading or else the first; its caption says where the rest stands.
-- In a column, where a row takes several lines, it has room for those that are named, and of another long table for none.
local PRINTED = 4

local function cut(tbl, caption)
  local rows = tbl.bodies[1] and tbl.bodies[1].body or {}
  local most = narrow and PRINTED or PRINTED + 2
  if #rows <= most or tbl.classes:includes 'whole' then return end
  local shown = pandoc.List {}
  for place in (tbl.attributes.leading or ''):gmatch '%d+' do
    if #shown < most then shown:insert(rows[tonumber(place)]) end
  end
  local told = #shown > 0 and labels.some_rows or narrow and labels.no_rows or labels.more_rows
  for place = 1, (#shown > 0 or narrow) and 0 or PRINTED do shown:insert(rows[place]) end
  caption:extend { pandoc.Space(), pandoc.Str((told:gsub('{shown}', #shown):gsub('{all}', #rows))) }
  tbl.bodies[1].body = shown
end

-- The same rows where a column of paper is too narrow for them: each runs on, its first cell in front, the others behind their heads.
local function stacked(tbl, caption, id)
  local heads, made = {}, pandoc.Blocks { raw '#stacked([', pandoc.Plain(caption), raw ']' }
  for place, cell in ipairs(tbl.head.rows[1] and tbl.head.rows[1].cells or {}) do heads[place] = pandoc.utils.blocks_to_inlines(cell.contents) end
  for _, row in ipairs(tbl.bodies[1] and tbl.bodies[1].body or {}) do
    local line = pandoc.Inlines {}
    for place, cell in ipairs(row.cells) do
      local told = pandoc.utils.blocks_to_inlines(cell.contents)
      if #line == 0 then line:insert(pandoc.Strong(told))
      elseif stringify(told) ~= '–' then
        line:extend { pandoc.Str ' · ', pandoc.Span(heads[place] or {}, { class = 'label' }), pandoc.Str '\u{a0}' }
        line:extend(told)
      end
    end
    local long = breakable { pandoc.Plain(line) } and 'true' or 'false'
    made:extend { raw(', (long: ' .. long .. ', body: ['), pandoc.Plain(line), raw '])' }
  end
  made:insert(raw(')' .. anchor(id)))
  return made
end

local function data_table(tbl)
  local cells = cells_of(tbl)
  set_widths(tbl, cells)
  local id = tbl.identifier
  local caption = tbl.caption.long[1] and numbered('table', tbl.caption.long[1].content)
  if typst and caption then cut(tbl, caption) end
  tbl.caption = pandoc.Caption {}
  tbl.identifier = ''
  if typst and narrow and (#tbl.colspecs > 3 or #tbl.bodies[1].body == 0) then return stacked(tbl, caption or {}, id) end
  if typst then
    local long = false
    for _, one in ipairs(cells_of(tbl)) do long = long or is_long(one.text) end -- of the rows that are left
    -- The caption is an argument too: pandoc writes it between two brackets.
    return pandoc.Blocks {
      raw('#data-table' .. (long and '(breakable: true)[' or '[')), pandoc.Plain(caption or {}), raw '][', tbl, raw(']' .. anchor(id)),
    }
  end
  if id == '' then
    unnamed = unnamed + 1
    id = 'table-' .. (nth('unnamed', unnamed) or unnamed)
  end
  local name = caption and { 'aria-labelledby', id .. '-caption' } or { 'aria-label', labels['table'] or '' }
  tbl.attributes = { name }
  local classes = name_cells(cells) and { 'scroll', 'stack' } or { 'scroll' }
  local frame = pandoc.Div({ tbl }, pandoc.Attr('', classes, { { 'role', 'region' }, { 'tabindex', '0' }, name }))
  local all = pandoc.Blocks { frame }
  if caption then
    all:insert(1, pandoc.Div({ pandoc.Plain(caption) }, pandoc.Attr(id .. '-caption', { 'caption' })))
  end
  return pandoc.Div(all, pandoc.Attr(id, { 'table' }))
end

-- Small marks -------------------------------------------------------------------------------------------------------

local marks = {}
for _, name in ipairs { 'label', 'number', 'stated', 'gloss', 'grade', 'made-by', 'said', 'implied', 'assumed', 'observed', 'conflict' } do
  marks[name] = true
end

local function span(element)
  local class, content = element.classes[1], element.content
  if class == 'refs' then return call_inline('refs', content, literal(labels.rests_on or '')) end
  local language = element.attributes.lang and element.attributes.lang:match '^%a%a%a?'
  if language then content = call_inline('text', content, 'lang: ' .. literal(language:lower())) end
  if marks[class] then content = call_inline('mark', content, literal(class)) end
  return content
end

-- Only paper gives a mark another shape; a page has its style.
local function marked(blocks) return typst and blocks:walk { Span = span } or blocks end

-- Blocks ------------------------------------------------------------------------------------------------------------

-- Runs of claim cards stand side by side.
local function gather_claims(blocks)
  local made = pandoc.Blocks {}
  local run
  for _, block in ipairs(blocks) do
    local is_claim = block.t == 'Div' and block.classes:includes 'claim'
    if is_claim then
      if not run then
        run = pandoc.Div({}, { class = 'claims' })
        made:insert(run)
      end
      run.content:insert(block)
    else
      run = nil
      made:insert(block)
    end
  end
  return made
end

local simple = {}
for _, name in ipairs { 'limits', 'confidence', 'bottom-line', 'claimed', 'would-change', 'judgement', 'run-in', 'back', 'story' } do simple[name] = true end

-- `#name([one], [two])`: each item is a list of blocks.
local function call_with_items(name, items)
  local made = pandoc.Blocks { raw('#' .. name .. '(') }
  for _, item in ipairs(items) do
    made:insert(raw(item.kind and '(' .. literal(item.kind) .. ', [' or '['))
    made:extend(item.blocks)
    made:insert(raw(item.kind and ']),' or '],'))
  end
  made:insert(raw ')')
  return made
end

-- Page one is laid out, not poured: its parts are handed over one by one with their kind.
local function page_one_parts(div)
  local parts = {}
  local open
  for _, block in ipairs(div.content) do
    local class = block.t == 'Div' and block.classes[1]
    if class == 'bottom-line' or class == 'judgement' or class == 'figure' or class == 'banner' or class == 'panel' then
      parts[#parts + 1] = { kind = class, blocks = pandoc.Blocks { block } }
      open = nil
    elseif block.t == 'Header' or not open then
      open = { kind = 'part', blocks = pandoc.Blocks { block } }
      parts[#parts + 1] = open
    else
      open.blocks:insert(block)
    end
  end
  for _, part in ipairs(parts) do
    if #part.blocks == 1 and part.blocks[1].t == 'Header' then part.kind = 'heading' end
  end
  return parts
end

-- The claims where they stand in columns: an index that runs on, each entry behind its number.
local function index(claims)
  local line = pandoc.Inlines {}
  for _, claim in ipairs(claims.content) do
    local entry = pandoc.utils.blocks_to_inlines(claim.content, { pandoc.Space() })
    local number = entry:remove(1)
    line:extend { pandoc.Span({ number }, { class = 'number' }), raw_inline(anchor(claim.identifier)) }
    line:extend(entry:walk { Strong = function(strong) return strong.content end })
    line:insert(raw_inline '#h(1em, weak: true)')
  end
  return call('index', { pandoc.Plain(line) })
end

local shape -- below: it calls itself

local function shaped(blocks, inside_claims)
  local made = pandoc.Blocks {}
  local before
  for _, block in ipairs(inside_claims and blocks or gather_claims(blocks)) do
    headed = before == 'Header'
    before = block.t
    made:extend(shape(block))
  end
  return made
end

-- In HTML the title is the first-level heading; in the PDF sections are. On page one headings stand a level higher, in the record
-- of a PDF a level lower.
local lowered = false
local function header(element)
  element.level = math.max(1, element.level + (typst and 0 or 1) - (raised and 1 or 0) + (lowered and 1 or 0))
  return element
end

-- What opens in place: the first block is its name, the rest what it holds. A record stands open; a script folds it.
local function details(div)
  local open = div.classes[1] == 'record' and ' open' or ''
  local id = div.identifier ~= '' and ' id="' .. div.identifier .. '"' or ''
  local content = div.content
  local named = content:remove(1)
  -- pandoc would put a heading of its own into a section, which may not stand in a summary.
  local tag = named.t == 'Header' and 'h2' or 'span'
  local made = pandoc.Blocks {
    pandoc.RawBlock('html', '<details class="' .. div.classes[1] .. '"' .. id .. open .. '><summary><' .. tag .. '>'),
    pandoc.Plain(named.content), pandoc.RawBlock('html', '</' .. tag .. '></summary>'),
    pandoc.Div(shaped(content), { class = div.classes[1] .. '-body' }),
  }
  made:insert(pandoc.RawBlock('html', '</details>'))
  return made
end

function shape(block)
  if block.t == 'Header' then return { header(block) } end
  if block.t == 'Table' then
    local made = data_table(block)
    return made.t and { made } or made
  end
  if block.t == 'BulletList' then
    for place, item in ipairs(block.content) do block.content[place] = shaped(item) end
  end
  if block.t ~= 'Div' then return { block } end
  local class, id = block.classes[1], block.identifier
  if class == 'evidence' or class == 'panel' or class == 'record' and not typst then return details(block) end
  if class == 'record' then
    block.content:remove(1) -- what it holds, which only a screen asks before it opens
    return shaped(block.content)
  end
  if class == 'figure' then
    local made = figure(block)
    return made and (made.t and { made } or made) or {}
  end
  if class == 'page-one' then
    raised = true
    local made
    if typst then
      local parts = page_one_parts(block)
      for _, part in ipairs(parts) do part.blocks = shaped(part.blocks) end
      made = call_with_items('page-one', parts)
    else
      -- Parts become sections, so that a wide screen can set them side by side.
      local parts = pandoc.Blocks {}
      for _, part in ipairs(page_one_parts(block)) do
        local last = parts[#parts]
        if part.kind == 'judgement' and last and last.classes[1] == 'judgements' then
          last.content:extend(shaped(part.blocks))
        elseif part.kind == 'judgement' then
          parts:insert(pandoc.Div(shaped(part.blocks), { class = 'judgements' }))
        elseif part.kind == 'part' then
          parts:insert(pandoc.Div(shaped(part.blocks), { class = 'part' }))
        else
          parts:extend(shaped(part.blocks))
        end
      end
      block.content = parts
      made = { block }
    end
    raised = false
    return made
  end
  if not typst then
    block.content = shaped(block.content, class == 'claims')
    return { block }
  end
  if class == 'claims' and narrow then return index(block) end
  if class == 'claims' then
    local cards = {}
    for _, claim in ipairs(block.content) do
      cards[#cards + 1] = { blocks = call('claim', shaped(claim.content), claim.identifier, breakable(claim.content)) }
    end
    return call_with_items('claims', cards)
  end
  if class == 'beside' then
    local parts = {}
    for _, inner in ipairs(block.content) do
      if inner.t == 'Header' or #parts == 0 then parts[#parts + 1] = { blocks = pandoc.Blocks {} } end
      parts[#parts].blocks:insert(inner)
    end
    for _, part in ipairs(parts) do part.blocks = shaped(part.blocks) end
    return call_with_items('beside', parts)
  end
  if class == 'judgement' then
    -- The first paragraph is the judgement; what follows explains it.
    local content = shaped(block.content)
    local first = content:remove(1)
    local made = call('judgement', { first })
    made[#made] = raw ']['
    made:extend(content)
    made:insert(raw(']' .. anchor(id)))
    return made
  end
  if class == 'finding' then return call(class, shaped(block.content), id, breakable(block.content)) end
  if simple[class] then return call(class, shaped(block.content), id) end
  return call('block', shaped(block.content), id)
end

-- The record of a section as paper has it, under the section's question; its first block is what it holds, which only a screen asks
-- before it opens.
local function record(div, section)
  local content = div.content
  content:remove(1)
  local made = pandoc.Blocks { pandoc.Header(2, section and section.content or {}, pandoc.Attr(div.identifier)) }
  lowered = true
  made:extend(shaped(content))
  lowered = false
  return made
end

-- The story as paper tells it: `#telling(([heading],), [words], how => [picture], …)`.
local function told(blocks)
  local columns = narrow
  telling, narrow = true, false
  local made, heading = pandoc.Blocks { raw '#telling(' }, false
  for _, block in ipairs(blocks) do
    local below = heading and (block.t == 'Para' or block.t == 'Plain')
    if heading and not below then made:insert(raw '],),') end
    heading = below or block.t == 'Header'
    if block.t == 'Header' then made:insert(raw '([')
    elseif not below then made:insert(raw(block.t == 'Div' and block.classes[1] == 'figure' and 'how => [' or '[')) end
    made:extend(shape(block))
    if not heading then made:insert(raw '],') end
  end
  made:insert(raw(heading and '],))' or ')'))
  telling, narrow = false, columns
  return made
end

-- Sections ----------------------------------------------------------------------------------------------------------

-- Questions are counted 1, 2, 3; appendices A, B, C. Typst counts for itself.
local function number_sections(blocks)
  local questions, appendices, entries = 0, 0, { questions = {}, appendices = {} }
  for _, block in ipairs(blocks) do
    if block.t == 'Header' and block.level == 1 then
      local list, number
      if block.classes:includes 'appendix' then
        appendices = appendices + 1
        list, number = entries.appendices, nth('appendix', appendices) or string.char(64 + appendices)
      else
        questions = questions + 1
        list, number = entries.questions, nth('question', questions) or tostring(questions)
      end
      if block.identifier == '' then
        block.identifier = 'section-' .. number:lower()
        meet(block)
      end
      local numeral = pandoc.Span({ pandoc.Str(number) }, { class = 'numeral' })
      local title = block.content:walk { Note = function() return {} end }
      list[#list + 1] = pandoc.Plain { pandoc.Link(
        pandoc.Inlines { numeral, pandoc.Space(), pandoc.Span(title) }, '#' .. block.identifier) }
      if not typst then block.content = pandoc.Inlines { numeral, pandoc.Space(), pandoc.Span(block.content, { class = 'question' }) } end
    end
  end
  return entries
end

local function contents(entries, title)
  if typst then return call('contents', { pandoc.Plain(title) }) end
  local made = pandoc.Blocks {
    pandoc.RawBlock('html', '<nav class="contents" id="contents-list" aria-labelledby="contents">'),
    pandoc.Div({ pandoc.Plain(title) }, pandoc.Attr('contents', { 'label' })),
  }
  for _, name in ipairs { 'questions', 'appendices' } do
    if #entries[name] > 0 then made:insert(pandoc.Div({ pandoc.BulletList(entries[name]) }, { class = name })) end
  end
  made:insert(pandoc.RawBlock('html', '</nav>'))
  return made
end

-- What the head of a page says of it to machines, as text of an attribute: `$edition$` is `$edition-meta$` there.
local function for_machines(meta)
  for _, name in ipairs { 'title', 'edition', 'publisher', 'home', 'license' } do
    if meta[name] then meta[name .. '-meta'] = pandoc.RawInline('html', attribute(stringify(meta[name]))) end
  end
end

-- On a screen the lines below the title stand behind the picture of page one, which comes first.
local function banner_below(front, meta)
  local page = front[1]
  if typst or not page or not meta.banner then return end
  local lines = {}
  for _, line in ipairs(meta.banner) do lines[#lines + 1] = pandoc.Plain(line) end
  meta.banner = nil
  local place = 1
  for at, block in ipairs(page.content) do
    local class = block.t == 'Div' and block.classes[1]
    if at == place and (class == 'bottom-line' or class == 'figure') then place = at + 1 end
  end
  page.content:insert(place, pandoc.Div({ pandoc.BulletList(lines) }, { class = 'banner' }))
end

function Pandoc(doc)
  read_labels(doc.meta)
  apart = stringify(doc.meta.apart or '')
  if apart == 'frame' then doc.meta.banner = nil end -- it stands in the first piece
  hangul = stringify(doc.meta.lang or ''):match '^ko' ~= nil
  doc = met_all(doc)
  local title = doc.meta['toc-title'] or pandoc.Inlines {}

  local front, rest = pandoc.Blocks {}, pandoc.Blocks {}
  for _, block in ipairs(doc.blocks) do
    local is_front = block.t == 'Div' and block.classes:includes 'page-one'
    if is_front then front:insert(block) else rest:insert(block) end
  end
  local entries = number_sections(rest)
  check_links()
  banner_below(front, doc.meta)
  if not typst then for_machines(doc.meta) end

  local body = marked(shaped(front))
  if apart ~= 'piece' then body:extend(contents(entries, title)) end
  if typst then body:insert(raw '#show: sections') end
  local text, story, records, appendices = pandoc.Blocks {}, pandoc.Blocks {}, pandoc.Blocks {}, pandoc.Blocks {}
  local section, in_appendix = nil, false
  for _, block in ipairs(gather_claims(rest)) do
    if block.t == 'Header' and block.level == 1 then
      section = block
      if typst and block.classes:includes 'appendix' and not in_appendix then
        in_appendix, narrow = true, #records > 0
        appendices:insert(raw '#show: appendices')
      end
    end
    if typst and block.t == 'Div' and block.classes:includes 'record' and not in_appendix then
      narrow = true
      records:extend(record(block, section))
      narrow = false
    elseif typst and not in_appendix then
      story:insert(block)
    else
      (in_appendix and appendices or text):extend(shape(block))
    end
  end
  if #story > 0 then text:extend(told(story)) end
  -- On paper the story is told to its end, and the records of all sections follow.
  if #records > 0 then
    text:insert(raw('#show: records.with(' .. literal(labels.record) .. ')'))
    text:extend(records)
  end
  text:extend(appendices)
  text = marked(text)
  if typst or apart == 'piece' then body:extend(text) else body:insert(pandoc.Div(text, { class = 'text' })) end
  doc.blocks = body

  if images > shown then
    doc:walk { Image = function(image)
      if not typst and image.src:match '^data:' then return nil end
      problem('The picture "%s" stands outside a figure block (::: {.figure #fig-...}).', image.src)
    end }
  end

  if #problems > 0 then
    io.stderr:write(table.concat(problems, '\n'), '\n')
    os.exit(1)
  end
  return doc
end
