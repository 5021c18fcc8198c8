#pragma once
// A run has one direction, which the caller has settled by UAX #9. The text engines settle it again for themselves, by the
// run's letters alone, and come to the same result but where the text overrides its letters' direction (U+202D, U+202E) in
// what stands before the run. There the override is put back around it.

#include <cstdint>
#include <string>
#include <string_view>

#include "platform/platform.h"

namespace twicetold::platform {

class ForcedRun {
public:
    ForcedRun(std::string_view run, Direction direction) : text_(run) {
        if (agrees(run, direction)) return;
        forced_ = direction == Direction::right_to_left ? right_to_left_override : left_to_right_override;
        forced_ += run;
        forced_ += pop;
        text_ = forced_;
        shift_ = static_cast<std::uint32_t>(pop.size());
    }
    ForcedRun(const ForcedRun&) = delete;
    ForcedRun& operator=(const ForcedRun&) = delete;

    [[nodiscard]] std::string_view text() const { return text_; }
    /// Bytes that `text` has before the run.
    [[nodiscard]] std::uint32_t shift() const { return shift_; }

private:
    static constexpr std::string_view left_to_right_override = "\xE2\x80\xAD";
    static constexpr std::string_view right_to_left_override = "\xE2\x80\xAE";
    static constexpr std::string_view pop = "\xE2\x80\xAC";

    /// Told by lead bytes: an override too many changes nothing in the picture.
    static bool agrees(std::string_view run, Direction direction) {
        for (const char each : run) {
            const auto byte = static_cast<unsigned char>(each);
            const bool left = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
                              (byte >= 'a' && byte <= 'z') || (byte >= 0xC3 && byte <= 0xD5);
            const bool right = byte >= 0xD7 && byte <= 0xDF;  // Hebrew, Arabic, Syriac, Thaana, N'Ko
            if (direction == Direction::right_to_left ? left : right) return false;
        }
        return true;
    }

    std::string forced_;
    std::string_view text_;
    std::uint32_t shift_ = 0;
};

}  // namespace twicetold::platform
