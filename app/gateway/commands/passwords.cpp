#include "app/gateway/commands/passwords.h"

#include "core/secrets/private_file.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace Tandem {

QString madeUpPassword()
{
    static const auto letters = u"abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"_s;
    constexpr int length = 24; // about 139 bits
    QString password;
    for (int i = 0; i < length; ++i) password += letters.at(QRandomGenerator::system()->bounded(int(letters.size())));
    return password;
}

Result<NewPassword> newPassword(const GatewayCommand &command, const QString &option)
{
    const auto path = command.option(option);
    if (path.isEmpty()) return NewPassword{madeUpPassword(), true};
    const auto bytes = readPrivateFile(path);
    if (!bytes) {
        auto error = bytes.error();
        error.code = ErrorCode::Usage;
        return failure(error);
    }
    return NewPassword{QString::fromUtf8(bytes->trimmed()), false};
}

} // namespace Tandem
