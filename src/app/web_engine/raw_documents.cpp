#include "app/web_engine/raw_documents.h"

#include <array>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <utility>

#include "document/reader.h"
#include "report/documents_json.h"

namespace twicetold::app {

namespace {

enum class Format : std::uint32_t { by_name = 0, text = 1, markdown = 2 };

constexpr std::size_t header_size = 8 * sizeof(std::uint32_t);
constexpr std::uint32_t absent = 0xFFFFFFFFU;

/// Takes strings off the front of the block.
class Block {
public:
    explicit Block(std::string_view bytes) : rest_(bytes) {}

    [[nodiscard]] bool at_end() const { return rest_.empty(); }
    [[nodiscard]] bool failed() const { return failed_; }

    std::array<std::uint32_t, 8> header() {
        std::array<std::uint32_t, 8> numbers{};
        const std::string_view bytes = take(header_size);
        if (!failed_) std::memcpy(numbers.data(), bytes.data(), header_size);
        return numbers;
    }

    std::string string(std::uint32_t size) { return std::string(take(size)); }

    std::optional<std::string> optional_string(std::uint32_t size) {
        if (size == absent) return std::nullopt;
        return string(size);
    }

private:
    std::string_view take(std::size_t size) {
        if (size > rest_.size()) {
            failed_ = true;
            return {};
        }
        const std::string_view piece = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return piece;
    }

    std::string_view rest_;
    bool failed_ = false;
};

/// Markdown keeps its mark-up, so a title or byline that is given apart is written as Markdown has it.
void put_in_front(document::Parts& parts) {
    std::string front;
    if (parts.title && !parts.title->empty()) front += "# " + *parts.title + "\n\n";
    if (parts.byline && !parts.byline->empty()) front += *parts.byline + "\n\n";
    parts.text.insert(0, front);
}

document::ReadResult read(document::Parts parts, Format format) {
    if (format == Format::by_name && (parts.title || parts.byline)) format = Format::text;
    if (format == Format::text) return document::assemble(std::move(parts));
    if (format == Format::markdown) put_in_front(parts);
    document::ReadResult result = format == Format::markdown
                                      ? document::read_markdown(std::move(parts.id), std::move(parts.text))
                                      : document::read_by_name(std::move(parts.id), std::move(parts.text));
    if (!parts.source.empty()) result.document.source = std::move(parts.source);
    if (!parts.published.empty()) result.document.published = std::move(parts.published);
    if (!parts.language.empty()) result.document.language = std::move(parts.language);
    return result;
}

}  // namespace

RawDocuments read_raw_documents(std::string_view bytes) {
    RawDocuments result;
    Block block(bytes);
    while (!block.at_end()) {
        const auto [format, id, source, published, language, title, byline, text] = block.header();
        document::Parts parts;
        parts.id = block.string(id);
        parts.source = block.string(source);
        parts.published = block.string(published);
        parts.language = block.string(language);
        parts.title = block.optional_string(title);
        parts.byline = block.optional_string(byline);
        parts.text = block.string(text);
        if (block.failed()) {
            result.error = {"bad-request", "The documents are cut short."};
            return result;
        }
        const std::string name =
            parts.id.empty() ? "Version " + std::to_string(result.documents.size() + 1) : parts.id;
        document::ReadResult document = read(std::move(parts), static_cast<Format>(format));
        if (!document.ok) {
            result.error = {document.error_code, name + ": " + document.error_message + "."};
            return result;
        }
        for (const document::Notice& notice : document.notices) {
            result.warnings.push_back(report::warning_of(name, notice.code, notice.message));
        }
        result.documents.push_back(std::move(document.document));
    }
    return result;
}

}  // namespace twicetold::app
