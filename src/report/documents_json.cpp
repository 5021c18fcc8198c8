#include "report/documents_json.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "document/reader.h"
#include "report/json_tape.h"
#include "report/names.h"
#include "text/utf8.h"

namespace twicetold::report {
namespace {

constexpr std::string_view replacement_escape = "fffd";

/// The number in the four hexadecimal digits at `at`; nothing if they are none.
std::optional<unsigned> four_digits(std::string_view json, std::size_t at) {
    if (at + 4 > json.size()) return std::nullopt;
    unsigned number = 0;
    for (const char c : json.substr(at, 4)) {
        number <<= 4U;
        if (c >= '0' && c <= '9')
            number |= static_cast<unsigned>(c - '0');
        else if (c >= 'a' && c <= 'f')
            number |= static_cast<unsigned>(c - 'a' + 10);
        else if (c >= 'A' && c <= 'F')
            number |= static_cast<unsigned>(c - 'A' + 10);
        else
            return std::nullopt;
    }
    return number;
}

constexpr bool is_high_surrogate(unsigned unit) { return unit >= 0xd800 && unit < 0xdc00; }
constexpr bool is_low_surrogate(unsigned unit) { return unit >= 0xdc00 && unit < 0xe000; }

/// Escapes of lone surrogates become those of U+FFFD, of the same length. Returns how many there were.
std::size_t replace_lone_surrogates(std::string& json) {
    std::size_t count = 0;
    for (std::size_t at = json.find('\\'); at < json.size(); at = json.find('\\', at)) {
        const auto unit = json.compare(at, 2, "\\u") == 0 ? four_digits(json, at + 2) : std::nullopt;
        if (!unit) {
            at += 2;
            continue;
        }
        if (is_high_surrogate(*unit) && json.compare(at + 6, 2, "\\u") == 0) {
            const auto second = four_digits(json, at + 8);
            if (second && is_low_surrogate(*second)) {
                at += 12;
                continue;
            }
        }
        if (is_high_surrogate(*unit) || is_low_surrogate(*unit)) {
            json.replace(at + 2, 4, replacement_escape);
            ++count;
        }
        at += 6;
    }
    return count;
}

class RequestReader {
public:
    explicit RequestReader(RequestResult& result) : result_(result) {}

    bool read(const Value& root, const engine::Options& defaults) {
        if (!root.is_object()) return fail("A request is a JSON object with \"documents\" in it.");
        Members members(root);
        if (const auto id = members.find("id")) {
            if (const auto number = id->integer())
                result_.id = *number;
            else if (const auto word = id->string())
                result_.id = std::string(*word);
            else if (!id->is_null())
                return fail("\"id\" must be a string or a whole number.");
        }
        Request& request = result_.request.emplace();
        request.options = defaults;
        if (const auto value = members.find("options")) {
            if (!options(*value, request.options)) return false;
        }
        const auto list = members.find("documents");
        if (!list || !list->is_array()) return fail("\"documents\" must be there, and be a list.");
        request.documents.reserve(list->size());
        for (auto item = list->first(); item; item = item->next(*list)) {
            if (!document(*item, request)) return false;
        }
        return true;
    }

private:
    bool fail(std::string message, std::string code = "bad-request") {
        result_.error = {std::move(code), std::move(message)};
        return false;
    }

    // -------------------------------------------------------------------------------------------------------- options

    bool ignore(std::string_view name, engine::Ignore& out) {
        const auto flag = ignore_of(name);
        if (!flag) return fail("\"" + std::string(name) + "\" is nothing that can be ignored.");
        out = out | *flag;
        return true;
    }

    bool ignore(const Value& value, engine::Ignore& out) {
        out = engine::Ignore::nothing;
        if (auto names = value.string()) {
            while (!names->empty()) {
                const std::size_t comma = std::min(names->find(','), names->size());
                if (!ignore(names->substr(0, comma), out)) return false;
                names->remove_prefix(std::min(comma + 1, names->size()));
            }
            return true;
        }
        if (!value.is_array()) return fail("The option \"ignore\" must be a list of words.");
        for (auto item = value.first(); item; item = item->next(value)) {
            const auto name = item->string();
            if (!name) return fail("The option \"ignore\" must be a list of words.");
            if (!ignore(*name, out)) return false;
        }
        return true;
    }

    bool options(const Value& value, engine::Options& out) {
        if (!value.is_object()) return fail("\"options\" must be an object.");
        Members members(value);
        std::size_t known = 0;
        if (const auto mode = members.find("mode")) {
            const auto name = mode->string();
            const auto found = name ? value_of<engine::Mode>(*name) : std::nullopt;
            if (!found) return fail("The option \"mode\" is \"versions\" or \"coverage\".");
            out.mode = *found;
            ++known;
        }
        if (const auto list = members.find("ignore")) {
            if (!ignore(*list, out.ignore)) return false;
            ++known;
        }
        if (const auto language = members.find("language")) {
            const auto tag = language->string();
            if (!tag) return fail("The option \"language\" must be a string.");
            out.language = *tag;
            ++known;
        }
        if (const auto budget = members.find("budget")) {
            const auto units = budget->integer();
            if (!units || *units < 0) return fail("The option \"budget\" must be a whole number, 0 or more.");
            out.budget = static_cast<std::uint64_t>(*units);
            ++known;
        }
        const std::pair<const char*, bool&> flags[] = {
            {"first_to_last", out.first_to_last}, {"collation", out.collation}, {"pairs", out.pairs}};
        for (const auto& [name, flag] : flags) {
            const auto given = members.find(name);
            if (!given) continue;
            const auto boolean = given->boolean();
            if (!boolean) return fail("The option \"" + std::string(name) + "\" must be true or false.");
            flag = *boolean;
            ++known;
        }
        if (known != value.size()) {
            return fail(
                "Options are \"mode\", \"ignore\", \"language\", \"budget\", \"first_to_last\", "
                "\"collation\" and \"pairs\"; there is another here.");
        }
        return true;
    }

    // ------------------------------------------------------------------------------------------------------ documents

    bool string(Members& members, const char* key, const std::string& of, std::string& out) {
        const auto value = members.find(key);
        if (!value || value->is_null()) return true;
        const auto text = value->string();
        if (!text) return fail("\"" + std::string(key) + "\" of document " + of + " must be a string.");
        out = *text;
        return true;
    }

    bool string(Members& members, const char* key, const std::string& of, std::optional<std::string>& out) {
        const auto value = members.find(key);
        if (!value || value->is_null()) return true;
        return string(members, key, of, out.emplace());
    }

    bool document(const Value& value, Request& request) {
        const std::string of = std::to_string(request.documents.size() + 1);
        if (!value.is_object()) return fail("Document " + of + " must be an object.");
        Members members(value);
        document::Parts parts;
        parts.id = of;
        if (const auto id = members.find("id")) {
            if (const auto number = id->integer())
                parts.id = std::to_string(*number);
            else if (!string(members, "id", of, parts.id))
                return false;
        }
        if (!string(members, "source", of, parts.source) ||
            !string(members, "published", of, parts.published) ||
            !string(members, "language", of, parts.language) || !string(members, "title", of, parts.title) ||
            !string(members, "byline", of, parts.byline) || !string(members, "text", of, parts.text) ||
            !paragraphs(members, of, parts)) {
            return false;
        }
        if (!parts.paragraphs && !members.find("text")) {
            return fail("Document " + of + " has neither \"text\" nor \"paragraphs\".");
        }
        std::string id = parts.id;
        document::ReadResult read = document::assemble(std::move(parts));
        if (!read.ok) return fail(id + ": " + read.error_message, read.error_code);
        for (const document::Notice& notice : read.notices) {
            request.warnings.push_back(warning_of(id, notice.code, notice.message));
        }
        request.documents.push_back(std::move(read.document));
        return true;
    }

    bool paragraphs(Members& members, const std::string& of, document::Parts& parts) {
        const auto list = members.find("paragraphs");
        if (!list || list->is_null()) return true;
        auto& out = parts.paragraphs.emplace();
        const auto refuse = [&] {
            return fail("\"paragraphs\" of document " + of + " must be a list of lists of sentences.");
        };
        if (!list->is_array()) return refuse();
        for (auto item = list->first(); item; item = item->next(*list)) {
            if (!item->is_array()) return refuse();
            auto& sentences = out.emplace_back();
            for (auto sentence = item->first(); sentence; sentence = sentence->next(*item)) {
                const auto words = sentence->string();
                if (!words) return refuse();
                sentences.emplace_back(*words);
            }
        }
        return true;
    }

    RequestResult& result_;
};

}  // namespace

RequestResult read_request(std::string_view json, const engine::Options& defaults) {
    RequestResult result;
    std::string repaired;
    std::size_t lone = 0;
    if (json.find("\\ud") != std::string_view::npos || json.find("\\uD") != std::string_view::npos) {
        repaired = json;
        lone = replace_lone_surrogates(repaired);
        json = repaired;
    }
    Tape tape;
    if (auto failure = parse_json(json, tape)) {
        std::string copy(json);
        const text::Repair repair = text::repair_utf8(copy);
        if (failure->code == "not-json" && repair.invalid_bytes > 0) {
            failure = engine::Error{"not-utf-8", "This is not UTF-8, which JSON must be: see byte " +
                                                     std::to_string(repair.first_invalid + 1) + "."};
        }
        result.error = std::move(*failure);
        return result;
    }
    if (!RequestReader(result).read(tape.root(), defaults)) {
        result.request.reset();
    } else if (lone > 0) {
        result.request->warnings.push_back(
            {"lone-surrogates",
             std::to_string(lone) + " half characters (lone surrogates) are shown as \xEF\xBF\xBD"});
    }
    return result;
}

void write_error(Output& output, const RequestId& id, std::uint64_t line, const engine::Error& error) {
    JsonWriter writer(output);
    writer.begin_object();
    if (const auto* number = std::get_if<std::int64_t>(&id)) {
        writer.key("id");
        writer.number(*number);
    } else if (const auto* word = std::get_if<std::string>(&id)) {
        writer.key("id");
        writer.string(*word);
    } else {
        writer.key("line");
        writer.number(static_cast<std::int64_t>(line));
    }
    writer.key("error");
    writer.begin_object();
    writer.key("code");
    writer.string(error.code);
    writer.key("message");
    writer.string(error.message);
    writer.end_object();
    writer.end_object();
    writer.flush();
    output.write("\n");
}

engine::Warning warning_of(std::string_view document_id, std::string_view code, std::string_view message) {
    std::string sentence(document_id);
    if (!sentence.empty()) sentence += ": ";
    sentence += message;
    return {std::string(code), std::move(sentence)};
}

}  // namespace twicetold::report
