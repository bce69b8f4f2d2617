#pragma once

#include "ui/theme/widgets.h"

#include <array>

class QButtonGroup;
class QPushButton;

namespace Tandem {

/// Where on the phone a number is unlinked, step by step with pictures of ours, for iPhone and Android. A window of its own.
class UnlinkGuide final : public QWidget
{
    Q_OBJECT
public:
    explicit UnlinkGuide(Theme &theme, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    static constexpr size_t StepCount = 4;
    void showSystem();
    void retranslate();

    Theme &m_theme;
    ThemedLabel *m_title = nullptr;
    ThemedLabel *m_intro = nullptr;
    QPushButton *m_iphone = nullptr;
    QPushButton *m_android = nullptr;
    QPushButton *m_close = nullptr;
    ThemedLabel *m_after = nullptr;
    std::array<class PhonePicture *, StepCount> m_pictures{};
    std::array<ThemedLabel *, StepCount> m_steps{};
};

} // namespace Tandem
