-- For wrk: very many readers, each from an address of its own. Four in ten ask for kept pages, four search for what nobody has searched for
-- yet, one wants a release and one a preview that does not exist. What became of them is the last line of the output, as JSON.
local kept = { "/en/", "/de/", "/ru/news", "/zh/zones" }
local words = { "port", "train", "tonnes", "farm", "rail", "agreement", "trade", "talks" }
local threads, turn = {}, 0

served, asked_too_often, sent_away, others = 0, 0, 0, 0

function setup(thread) threads[#threads + 1] = thread end

local function path()
  local kind = turn % 10
  if kind < 4 then return kept[1 + turn % #kept] end
  if kind < 8 then return string.format("/en/search?q=%s+%s+%d", words[math.random(#words)], words[math.random(#words)], turn) end
  if kind == 8 then return string.format("/en/news/%d/x", math.random(600)) end
  return "/en/preview/nobody-made-" .. turn
end

function request()
  turn = turn + 1
  return wrk.format("GET", path(), {
    ["Accept-Encoding"] = "br",
    ["X-Forwarded-For"] = string.format("10.%d.%d.%d", math.random(0, 255), math.random(0, 255), math.random(0, 255)),
  })
end

function response(status)
  if status == 503 then sent_away = sent_away + 1
  elseif status == 429 then asked_too_often = asked_too_often + 1
  elseif status < 500 then served = served + 1
  else others = others + 1 end
end

function done(summary, latency)
  local thread, errors = threads[1], summary.errors
  io.write(string.format(
    '{"rate":%d,"p50":%d,"p99":%d,"served":%d,"askedTooOften":%d,"sentAway":%d,"others":%d,"broken":%d}\n',
    summary.requests / (summary.duration / 1e6), latency:percentile(50), latency:percentile(99), thread:get("served"), thread:get("asked_too_often"),
    thread:get("sent_away"), thread:get("others"), errors.connect + errors.read + errors.write + errors.timeout))
end
