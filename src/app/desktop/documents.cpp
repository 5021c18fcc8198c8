#include "app/desktop/documents.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include "document/reader.h"
#include "engine/engine.h"

namespace twicetold::desktop {

namespace {

using viewer::Text;

std::string sentence(const std::string& name, const std::string& message) {
    const bool ended = !message.empty() && message.back() == '.';
    return name + ": " + message + (ended ? "" : ".");
}

}  // namespace

Opened OpenDocuments::open(const std::vector<std::string>& paths) {
    Opened result;
    for (const std::string& path : paths) add(path, result);
    return result;
}

Opened OpenDocuments::drop(const std::vector<std::string>& paths) {
    if (paths.size() < 2) return open(paths);
    std::vector<document::Document> before = std::move(documents_);
    documents_.clear();
    Opened result = open(paths);
    // Nothing could be read: what was open stays.
    if (documents_.empty()) documents_ = std::move(before);
    return result;
}

void OpenDocuments::add(const std::string& path, Opened& result) {
    std::error_code failure;
    const std::filesystem::path file(path);
    const std::string name = file.filename().string();
    if (std::filesystem::is_directory(file, failure)) {
        result.errors.push_back(strings_.text(Text::desktop_folder, {{"name", name}}));
        return;
    }
    const std::uintmax_t size = std::filesystem::file_size(file, failure);
    if (failure) {
        result.errors.push_back(strings_.text(Text::input_unreadable, {{"name", path}}));
        return;
    }
    if (size > engine::max_document_bytes) {
        const std::uint64_t most = engine::max_document_bytes >> 20U;
        result.errors.push_back(strings_.text(Text::input_too_large, {{"name", name}, {"megabytes", most}}));
        return;
    }
    std::ifstream stream(file, std::ios::binary);
    std::string bytes((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
    if (!stream.good() && !stream.eof()) {
        result.errors.push_back(strings_.text(Text::input_unreadable, {{"name", path}}));
        return;
    }
    document::ReadResult read = document::read_by_name(name, std::move(bytes));
    if (!read.ok) {
        result.errors.push_back(sentence(name, read.error_message));
        return;
    }
    for (const document::Notice& notice : read.notices)
        result.notices.push_back(sentence(name, notice.message));
    documents_.push_back(std::move(read.document));
}

std::shared_ptr<const engine::Comparison> OpenDocuments::compare(std::string& error) const {
    engine::Options options;
    options.mode = mode_;
    options.first_to_last = mode_ == engine::Mode::versions && documents_.size() > 2;
    engine::CompareResult result = engine::compare(documents_, options);
    if (!result.comparison) error = result.error.message;
    return result.comparison;
}

}  // namespace twicetold::desktop
