#pragma once

#include <QString>
#include <QStringView>

#include <array>
#include <compare>
#include <optional>

namespace Tandem {

/// A version of the WhatsApp Business App, e.g. "2.24.17.79".
///
/// Source: Meta's coexistence page: 2.24.17 or later is needed. Parts compare as numbers, missing ones
/// count as 0.
class AppVersion
{
public:
    constexpr AppVersion() = default;
    constexpr AppVersion(int a, int b, int c, int d = 0) : m_parts{a, b, c, d} { }

    /// What a person reads from the phone's screen: spaces around, a leading "v" or "Version" and a trailing word such as
    /// "(beta)" are tolerated; nullopt when there are not two to four numbers.
    [[nodiscard]] static std::optional<AppVersion> parse(QStringView text);

    [[nodiscard]] constexpr bool supportsCoexistence() const;
    [[nodiscard]] QString toString() const; ///< without a zero fourth part
    friend constexpr auto operator<=>(const AppVersion &, const AppVersion &) = default;

private:
    std::array<int, 4> m_parts{};
};

inline constexpr AppVersion FirstCoexistingAppVersion{2, 24, 17};

constexpr bool AppVersion::supportsCoexistence() const
{
    return *this >= FirstCoexistingAppVersion;
}

} // namespace Tandem
