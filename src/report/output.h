#pragma once
// Where a report goes: a few large pieces, in order.

#include <string>
#include <string_view>

namespace twicetold::report {

/// Takes the pieces of one report. A destination that may fail (a full disk, a closed pipe) remembers that it did; the
/// writers go on as if nothing had happened.
class Output {
public:
    virtual ~Output() = default;
    virtual void write(std::string_view piece) = 0;
};

/// Collects a report in memory.
class StringOutput final : public Output {
public:
    void write(std::string_view piece) override { text.append(piece); }
    std::string text;
};

}  // namespace twicetold::report
