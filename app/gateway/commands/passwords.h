#pragma once

#include "app/gateway/commands/command_line.h"

namespace Tandem {

/// A password that nobody has to remember: 24 letters and digits, none of which look like another.
[[nodiscard]] QString madeUpPassword();
/// The one of `option`'s file, else a made-up one. Errors: Usage.
struct NewPassword
{
    QString text;
    bool madeUp = false;
};
[[nodiscard]] Result<NewPassword> newPassword(const GatewayCommand &command, const QString &option);

} // namespace Tandem
