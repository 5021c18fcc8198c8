#include "app/cli/files.h"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "engine/engine.h"
#include "report/text_report.h"
#include "text/utf8.h"

namespace twicetold::cli {
namespace {

std::string safe(std::string_view text) {
    // A file's name may be any bytes.
    std::string repaired(text);
    text::repair_utf8(repaired);
    return report::terminal_safe(repaired);
}

std::string sentence_of(int error) {
    switch (error) {
        case ENOENT: return "there is no such file";
        case ENOTDIR: return "there is no such file: a part of its path is no folder";
        case EACCES:
        case EPERM: return "it may not be opened: permission denied";
        case EISDIR: return "this is a folder, not a file";
        case ENOSPC: return "it could not be written: the disk is full";
        case EPIPE: return "it could not be written: the reader has gone";
        default: return std::strerror(error);
    }
}

std::string megabytes(std::uint64_t bytes) {
    return std::to_string((bytes + (1U << 20U) - 1) >> 20U) + " MB";
}

std::string too_large(const std::string& how_large) {
    return "it is " + how_large + "; texts of up to " + megabytes(engine::max_document_bytes) +
           " can be compared";
}

/// Closes what it holds.
class Descriptor {
public:
    Descriptor(int number, bool owned) : number_(number), owned_(owned) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (owned_ && number_ >= 0) ::close(number_);
    }
    [[nodiscard]] int number() const { return number_; }

private:
    int number_;
    bool owned_;
};

}  // namespace

void complain(std::string_view subject, std::string_view sentence) {
    const std::string line = "twicetold: " + safe(subject) + ": " + safe(sentence) + "\n";
    std::fwrite(line.data(), 1, line.size(), stderr);
}

std::string name_of_file(const std::string& path) {
    if (path == "-") return "standard input";
    std::string name = path;
    text::repair_utf8(name);
    return name;
}

FileContent read_file(const std::string& path) {
    FileContent content;
    const bool is_standard = path == "-";
    const Descriptor file(is_standard ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC),
                          !is_standard);
    struct stat status{};
    if (file.number() < 0 || ::fstat(file.number(), &status) != 0) {
        content.problem = sentence_of(errno);
        return content;
    }
    if (S_ISDIR(status.st_mode)) {
        content.problem = sentence_of(EISDIR);
        return content;
    }
    if (S_ISREG(status.st_mode)) {
        const auto size = static_cast<std::uint64_t>(status.st_size);
        if (size > engine::max_document_bytes) {
            content.problem = too_large(megabytes(size));
            return content;
        }
        content.bytes.reserve(static_cast<std::size_t>(size) + 1);
    }
    // A pipe does not say how much it holds, and a file may grow while it is read.
    constexpr std::size_t step = std::size_t{1} << 16U;
    while (content.bytes.size() <= engine::max_document_bytes) {
        const std::size_t before = content.bytes.size();
        content.bytes.resize(before + step);
        const ssize_t count = ::read(file.number(), content.bytes.data() + before, step);
        content.bytes.resize(before + static_cast<std::size_t>(count > 0 ? count : 0));
        if (count == 0) return content;
        if (count < 0 && errno != EINTR) {
            content.problem = errno == EISDIR ? sentence_of(errno)
                                              : "it could not be read: " + std::string(std::strerror(errno));
            return content;
        }
    }
    content.problem = too_large("more than " + megabytes(engine::max_document_bytes));
    content.bytes.clear();
    return content;
}

FileOutput::FileOutput(const std::string& path) {
    if (path.empty() || path == "-") {
        name_ = "standard output";
        file_ = stdout;
    } else {
        name_ = path;
        file_ = std::fopen(path.c_str(), "wb");
        if (file_ == nullptr) error_ = errno;
    }
    opening_ = file_ == nullptr;
}

FileOutput::~FileOutput() {
    if (file_ != nullptr && file_ != stdout) std::fclose(file_);
}

void FileOutput::write(std::string_view piece) {
    if (error_ != 0) return;
    if (std::fwrite(piece.data(), 1, piece.size(), file_) != piece.size()) error_ = errno;
}

void FileOutput::flush() {
    if (error_ == 0 && std::fflush(file_) != 0) error_ = errno;
}

bool FileOutput::finish() {
    flush();
    if (file_ != nullptr) {
        // A network file system may tell of a full disk only here.
        std::FILE* const file = file_;
        file_ = nullptr;
        if (std::fclose(file) != 0 && error_ == 0) error_ = errno;
    }
    if (error_ == 0) return true;
    complain(name_, opening_ && error_ == ENOENT ? "it could not be made: its folder does not exist"
                                                 : sentence_of(error_));
    return false;
}

bool FileOutput::is_terminal() const { return file_ != nullptr && ::isatty(::fileno(file_)) != 0; }

std::size_t FileOutput::terminal_columns() const {
    struct winsize size{};
    if (file_ == nullptr || ::ioctl(::fileno(file_), TIOCGWINSZ, &size) != 0) return 0;
    return size.ws_col;
}

}  // namespace twicetold::cli
