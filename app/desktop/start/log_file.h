#pragma once

#include <QString>

namespace Tandem {

/// Sends Qt's messages to a file of mode 0600, and warnings to stderr as well. Rotates at 5 MB, keeps three old files.
/// One per process, from start to end.
class LogFile
{
public:
    explicit LogFile(const QString &path);
    ~LogFile();
    LogFile(const LogFile &) = delete;
    LogFile &operator=(const LogFile &) = delete;
};

} // namespace Tandem
