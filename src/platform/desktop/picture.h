#pragma once
// Writes a picture of the window.

#include <cstdint>
#include <string>
#include <vector>

namespace twicetold::platform {

/// `pixels` is RGBA, 8 bits a channel, from the top left corner; alpha is left out. PNG where `path` ends so, else PPM.
/// False where the file cannot be written.
[[nodiscard]] bool write_picture(const std::string& path, int width, int height,
                                 const std::vector<std::uint8_t>& pixels);

}  // namespace twicetold::platform
