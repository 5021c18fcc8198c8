#pragma once
// The articles that are open, and what is to be said about them.

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "document/document.h"
#include "engine/comparison.h"
#include "viewer/strings.h"

namespace twicetold::desktop {

struct Opened {
    std::vector<std::string> errors;   ///< sentences: files that could not be opened
    std::vector<std::string> notices;  ///< sentences: what was odd about those that could
};

/// Holds the versions, oldest first, or the outlets' articles, and compares them.
class OpenDocuments {
public:
    /// `strings`: the language in which it says what is wrong.
    OpenDocuments(engine::Mode mode, viewer::Strings strings) : mode_(mode), strings_(std::move(strings)) {}

    [[nodiscard]] engine::Mode mode() const { return mode_; }
    [[nodiscard]] const viewer::Strings& strings() const { return strings_; }
    /// One file is added as the latest version; several take the place of what is open.
    Opened drop(const std::vector<std::string>& paths);
    Opened open(const std::vector<std::string>& paths);

    [[nodiscard]] std::size_t count() const { return documents_.size(); }
    [[nodiscard]] const std::string& first_name() const { return documents_.front().id; }
    /// Null, with `error` set, where there is nothing to compare.
    [[nodiscard]] std::shared_ptr<const engine::Comparison> compare(std::string& error) const;

private:
    void add(const std::string& path, Opened& result);

    engine::Mode mode_;
    viewer::Strings strings_;
    std::vector<document::Document> documents_;
};

}  // namespace twicetold::desktop
