#pragma once
// Words for the reader: names of change kinds and versions, excerpts.

#include <string>
#include <string_view>

#include "engine/comparison.h"
#include "viewer/strings.h"

namespace twicetold::viewer {

[[nodiscard]] Text kind_text(engine::ChangeKind kind);
/// The kind as it begins a line: "Figure", "Moved passage".
[[nodiscard]] std::string kind_name(const Strings& strings, engine::ChangeKind kind);
/// At most `limit` code points on one line, white space collapsed, "…" where something was cut.
[[nodiscard]] std::string excerpt(std::string_view text, std::size_t limit);
/// "6 unchanged paragraphs, 312 words"
[[nodiscard]] std::string fold_label(const Strings& strings, std::uint64_t paragraphs, std::uint64_t words,
                                     std::uint64_t ideographs);
/// "Version 2"
[[nodiscard]] std::string version_name(const Strings& strings, std::uint32_t document);
/// What stands behind its name: "  ·  4 Mar 2026, 06:12  ·  The Harbour Courier". May be empty.
[[nodiscard]] std::string version_details(const Strings& strings, const engine::Document& version);

}  // namespace twicetold::viewer
