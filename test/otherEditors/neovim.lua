-- What a person does in Neovim with the sample product. Each check is told as a line of JSON.
local results = assert(io.open(os.getenv("TEST_RESULTS"), "w"))
-- No answer takes a tenth of it: what has not come by then does not come. In milliseconds.
local HANGS = 60000
local buffer = vim.api.nvim_get_current_buf()
local file = vim.api.nvim_buf_get_name(buffer)

local function check(title, try)
  local ok, fault = pcall(try)
  local told = ok and { title = title } or { title = title, fault = tostring(fault) }
  results:write(vim.fn.json_encode(told) .. "\n")
  results:flush()
end

local function eventually(what, holds)
  assert(vim.wait(HANGS, holds, 20), "never: " .. what)
end

local function type_first_line(text)
  vim.api.nvim_buf_set_lines(buffer, 0, 1, false, { text })
end

local function first_line()
  return vim.api.nvim_buf_get_lines(buffer, 0, 1, false)[1]
end

--- Puts the cursor on the last character of the first line.
local function cursor_at_end()
  vim.api.nvim_set_current_buf(buffer)
  vim.api.nvim_win_set_cursor(0, { 1, #first_line() - 1 })
end

--- The findings of the first line, by their codes.
local function findings()
  local found = {}
  for _, it in ipairs(vim.diagnostic.get(buffer, { lnum = 0 })) do
    found[it.code or it.user_data.lsp.code] = it
  end
  return found
end

local function floating_text()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= "" then
      local shown = vim.api.nvim_win_get_buf(window)
      return table.concat(vim.api.nvim_buf_get_lines(shown, 0, -1, false), "\n")
    end
  end
  return ""
end

local function names_of_quickfix()
  local names = {}
  for _, it in ipairs(vim.fn.getqflist()) do
    names[vim.fn.fnamemodify(vim.api.nvim_buf_get_name(it.bufnr), ":t")] = true
  end
  return names
end

vim.api.nvim_buf_set_lines(buffer, 0, 0, false, { "" })

check("the server attaches to a file of the product", function()
  eventually("a client in " .. file, function()
    for _, it in pairs(vim.lsp.buf_get_clients(buffer)) do
      if it.initialized then return it.name == "iec62443" end
    end
    return false
  end)
end)

-- Until it is killed.
if os.getenv("TEST_STAYS") then vim.wait(HANGS) end

check("a wrong annotation that is typed has a finding", function()
  type_first_line("// @iec62443 CR 9.9")
  eventually("unknown-requirement", function() return findings()["unknown-requirement"] ~= nil end)
end)

check("the finding goes when the annotation is corrected", function()
  assert(findings()["unknown-requirement"], "there was none")
  type_first_line("// @iec62443 CR 1.5")
  eventually("no finding", function() return findings()["unknown-requirement"] == nil end)
end)

check("hover tells what CR 1.5 is", function()
  cursor_at_end()
  vim.lsp.buf.hover()
  eventually("a window with the title", function()
    return floating_text():find("Authenticator management", 1, true) ~= nil
  end)
end)

check("completion offers ids in a comment", function()
  type_first_line("// @iec62443 CR 1.")
  local params = {
    textDocument = vim.lsp.util.make_text_document_params(buffer),
    position = { line = 0, character = #first_line() },
  }
  local labels = {}
  for _, it in pairs(vim.lsp.buf_request_sync(buffer, "textDocument/completion", params, HANGS)) do
    for _, item in ipairs(it.result.items or it.result) do
      labels[#labels + 1] = item.label
    end
  end
  assert(vim.tbl_contains(labels, "CR 1.5"), "offered: " .. table.concat(labels, ", "))
end)

check("references lead to the claims of CR 1.7, also in files that are not open", function()
  type_first_line("// @iec62443 CR 1.7")
  cursor_at_end()
  eventually("a list with the test of the password", function()
    vim.fn.setqflist({})
    vim.api.nvim_set_current_buf(buffer)
    vim.lsp.buf.references()
    vim.wait(1000, function() return #vim.fn.getqflist() > 0 end, 20)
    vim.cmd("cclose")
    return names_of_quickfix()["password.c"] and names_of_quickfix()["test_password.cpp"]
  end)
end)

check("definition leads to the statement in the project file", function()
  type_first_line("// @iec62443 CR 5.1")
  cursor_at_end()
  vim.lsp.buf.definition()
  eventually("the project file", function()
    return vim.fn.fnamemodify(vim.api.nvim_buf_get_name(0), ":t") == "iec62443.yaml"
  end)
  local line = vim.api.nvim_get_current_line()
  assert(line:find("CR 5.1", 1, true), "the cursor is at: " .. line)
end)

check("the settings of the page are heard", function()
  type_first_line("// @iec62443 cr1.7")
  eventually("noncanonical-reference as a warning", function()
    local found = findings()["noncanonical-reference"]
    return found ~= nil and found.severity == vim.diagnostic.severity.WARN
  end)
end)

check("a code action writes the id in the canonical way", function()
  assert(findings()["noncanonical-reference"], "there is nothing to normalise")
  cursor_at_end()
  local offered = {}
  vim.ui.select = function(items, options, choose)
    for index, it in ipairs(items) do
      offered[index] = options.format_item(it)
      if offered[index] == "Write @iec62443 CR 1.7" then return choose(it, index) end
    end
  end
  vim.lsp.buf.code_action()
  local ok = vim.wait(HANGS, function() return first_line() == "// @iec62443 CR 1.7" end, 20)
  assert(ok, first_line() .. "\noffered: " .. table.concat(offered, ", "))
end)

check("the command of the page writes a Statement of Applicability", function()
  vim.api.nvim_set_current_buf(buffer)
  dofile(os.getenv("TEST_COMMANDS"))
  local written = table.concat(vim.fn.readfile("iec62443-soa.md"), "\n")
  assert(vim.startswith(written, "# Statement of Applicability\n\n## PLC 300\n"), "written: " .. written:sub(1, 200))
end)

results:close()
vim.cmd("qall!")
