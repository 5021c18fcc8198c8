#pragma once
// Files in and out, and what can go wrong with them.

#include <cstdio>
#include <string>
#include <string_view>

#include "report/output.h"

namespace twicetold::cli {

/// One line on standard error: "twicetold: SUBJECT: sentence". Both are made safe for a terminal.
void complain(std::string_view subject, std::string_view sentence);

struct FileContent {
    std::string bytes;
    std::string problem;  ///< a sentence, without the file's name; empty: it was read
};

/// Reads a file, or standard input for "-". Refused: what is missing, a folder, what may not be read, and what is larger
/// than `engine::max_document_bytes`, before more of it than that is read.
[[nodiscard]] FileContent read_file(const std::string& path);

/// What the file is called in reports.
[[nodiscard]] std::string name_of_file(const std::string& path);

/// Standard output or a file. The first failure is remembered; what follows it is not written.
class FileOutput final : public report::Output {
public:
    /// An empty path or "-" is standard output.
    explicit FileOutput(const std::string& path);
    FileOutput(const FileOutput&) = delete;
    FileOutput& operator=(const FileOutput&) = delete;
    ~FileOutput() override;

    void write(std::string_view piece) override;
    void flush();
    /// Writes what is left. False after any failure, which is then complained of.
    [[nodiscard]] bool finish();

    [[nodiscard]] bool has_failed() const { return error_ != 0; }
    [[nodiscard]] bool is_terminal() const;
    /// Columns of the terminal; 0 where there is none.
    [[nodiscard]] std::size_t terminal_columns() const;

private:
    std::string name_;
    std::FILE* file_ = nullptr;
    int error_ = 0;  ///< errno of the first failure
    bool opening_ = true;
};

}  // namespace twicetold::cli
