// The engine's modules for the browser's worker and for Node.js (mode.h): a few C functions over one comparison. The TypeScript of
// web/engine wraps them; nothing else is meant to call them.
//
//     const address = _twicetold_request(size);     // write the request there: JSON as documents_json.h has it, and
//                                                   // behind it any documents as raw_documents.h has them
//     const status = _twicetold_compare(jsonSize);  // 0 nothing differs, 1 differences, 2 error
//     const at = _twicetold_output(0, 1);           // 0 JSON, 1 CBOR, 2 the error as JSON, 3 JSON on lines
//     const bytes = HEAPU8.slice(at, at + _twicetold_output_size());
//     _twicetold_clear();
//
// The share of the work done goes to `Module.progress(share, stage)` where there is one.

#include <emscripten/em_js.h>
#include <emscripten/emscripten.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/web_engine/mode.h"
#include "app/web_engine/raw_documents.h"
#include "engine/engine.h"
#include "report/comparison_json.h"
#include "report/documents_json.h"
#include "report/json_writer.h"
#include "report/summary.h"

// clang-format off
EM_JS(void, twicetold_report_progress, (float share, const char* stage, int stage_size), {
    if (Module['progress']) Module['progress'](share, UTF8ToString(stage, stage_size));
});
EM_JS(int, twicetold_wants_progress, (), { return Module['progress'] ? 1 : 0; });
// clang-format on

namespace {

using namespace twicetold;

enum class Status : std::int32_t { no_difference = 0, differs = 1, failed = 2 };
enum class OutputKind : std::int32_t { json = 0, cbor = 1, error = 2, json_lines = 3 };

/// One instance of the module makes one comparison at a time.
struct Session {
    std::string request;
    std::string output;
    std::shared_ptr<const engine::Comparison> comparison;
    engine::Error error;
};

Session& session() {
    static Session instance;
    return instance;
}

engine::Progress progress_to_host() {
    if (twicetold_wants_progress() == 0) return {};
    return [](float share, std::string_view stage) {
        twicetold_report_progress(share, stage.data(), static_cast<int>(stage.size()));
    };
}

/// The comparison with what the readers noticed put before its own warnings.
std::shared_ptr<const engine::Comparison> with_warnings(std::shared_ptr<const engine::Comparison> comparison,
                                                        std::vector<engine::Warning> warnings) {
    if (warnings.empty()) return comparison;
    auto copy = std::make_shared<engine::Comparison>(*comparison);
    copy->warnings.insert(copy->warnings.begin(), std::make_move_iterator(warnings.begin()),
                          std::make_move_iterator(warnings.end()));
    return copy;
}

std::string error_json(const engine::Error& error) {
    report::StringOutput output;
    report::JsonWriter writer(output);
    writer.begin_object();
    writer.key("code");
    writer.string(error.code);
    writer.key("message");
    writer.string(error.message);
    writer.end_object();
    writer.flush();
    return std::move(output.text);
}

/// Reads the request and frees its bytes. Nothing on error, which is then in the session.
std::optional<report::Request> take_request(std::size_t json_size) {
    Session& self = session();
    self.error = {};
    const std::string bytes = std::exchange(self.request, {});
    if (json_size > bytes.size()) {
        self.error = {"bad-request", "The request is cut short."};
        return std::nullopt;
    }
    report::RequestResult json = report::read_request(std::string_view(bytes).substr(0, json_size), {});
    if (!json.request) {
        self.error = std::move(json.error);
        return std::nullopt;
    }
    app::RawDocuments raw = app::read_raw_documents(std::string_view(bytes).substr(json_size));
    if (!raw.error.code.empty()) {
        self.error = std::move(raw.error);
        return std::nullopt;
    }
    std::move(raw.documents.begin(), raw.documents.end(), std::back_inserter(json.request->documents));
    std::move(raw.warnings.begin(), raw.warnings.end(), std::back_inserter(json.request->warnings));
    return std::move(json.request);
}

}  // namespace

extern "C" {

/// Room for a request of `size` bytes.
EMSCRIPTEN_KEEPALIVE char* twicetold_request(std::uint32_t size) {
    session().request.resize(size);
    return session().request.data();
}

/// Compares what the request asks for. Its first `json_size` bytes are the JSON, the rest raw documents, which follow
/// those of the JSON.
EMSCRIPTEN_KEEPALIVE std::int32_t twicetold_compare(std::uint32_t json_size) {
    Session& self = session();
    self.comparison.reset();
    std::optional<report::Request> request = take_request(json_size);
    if (!request) return static_cast<std::int32_t>(Status::failed);
    if (request->options.mode != app::module_mode) {
        self.error = {"bad-request", "This module compares in the other mode."};
        return static_cast<std::int32_t>(Status::failed);
    }
    engine::CompareResult result =
        app::compare(std::move(request->documents), request->options, progress_to_host());
    if (!result.comparison) {
        self.error = std::move(result.error);
        return static_cast<std::int32_t>(Status::failed);
    }
    self.comparison = with_warnings(std::move(result.comparison), std::move(request->warnings));
    return static_cast<std::int32_t>(report::differs(*self.comparison) ? Status::differs
                                                                       : Status::no_difference);
}

/// Writes the result, and returns where it stands until the next call. Null where there is none. `encoding`: what JSON counts
/// positions in, 0 UTF-8, 1 UTF-16, 2 UTF-32.
EMSCRIPTEN_KEEPALIVE const char* twicetold_output(std::int32_t kind, std::int32_t encoding) {
    Session& self = session();
    self.output.clear();
    if (static_cast<OutputKind>(kind) == OutputKind::error) {
        self.output = error_json(self.error);
        return self.output.data();
    }
    if (!self.comparison) return nullptr;
    report::JsonOptions options;
    options.position_encoding = static_cast<report::PositionEncoding>(encoding);
    switch (static_cast<OutputKind>(kind)) {
        case OutputKind::json: self.output = report::to_json(*self.comparison, options); break;
        case OutputKind::cbor: self.output = report::to_cbor(*self.comparison); break;
        case OutputKind::json_lines:
            options.layout = report::Layout::lines;
            self.output = report::to_json(*self.comparison, options);
            break;
        case OutputKind::error: break;
    }
    return self.output.data();
}

EMSCRIPTEN_KEEPALIVE std::uint32_t twicetold_output_size() {
    return static_cast<std::uint32_t>(session().output.size());
}

/// Frees the result.
EMSCRIPTEN_KEEPALIVE void twicetold_clear() { session() = {}; }

}  // extern "C"
