#include "platform/desktop/picture.h"

#include <cairo.h>

#include <cstring>
#include <fstream>

namespace twicetold::platform {

bool write_picture(const std::string& path, int width, int height, const std::vector<std::uint8_t>& pixels) {
    if (path.size() > 4 && path.compare(path.size() - 4, 4, ".png") == 0) {
        cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
        unsigned char* target = cairo_image_surface_get_data(surface);
        if (target != nullptr) {
            cairo_surface_flush(surface);
            const int stride = cairo_image_surface_get_stride(surface);
            auto source = pixels.begin();
            for (int row = 0; row < height; ++row) {
                for (int column = 0; column < width; ++column, source += 4) {
                    const std::uint32_t value = (static_cast<std::uint32_t>(source[0]) << 16U) |
                                                (static_cast<std::uint32_t>(source[1]) << 8U) | source[2];
                    std::memcpy(target + row * stride + column * 4, &value, 4);
                }
            }
            cairo_surface_mark_dirty(surface);
        }
        const bool written =
            target != nullptr && cairo_surface_write_to_png(surface, path.c_str()) == CAIRO_STATUS_SUCCESS;
        cairo_surface_destroy(surface);
        return written;
    }
    std::ofstream file(path, std::ios::binary);
    file << "P6\n" << width << ' ' << height << "\n255\n";
    for (std::size_t at = 0; at + 3 < pixels.size(); at += 4) {
        file.write(reinterpret_cast<const char*>(pixels.data() + at), 3);
    }
    return file.good();
}

}  // namespace twicetold::platform
