#pragma once

#include <QList>
#include <QWidget>

namespace Tandem {

class Theme;

/// Loudness as bars that walk from right to left while recording; when played, the part that was heard is coloured.
class LevelMeter final : public QWidget
{
    Q_OBJECT
public:
    explicit LevelMeter(const Theme &theme, QWidget *parent = nullptr);

    void clear();
    void add(qreal level); ///< 0–1
    void setLive(bool live); ///< recording now
    void setPlayed(qreal fraction); ///< 0–1 of what was recorded; negative: not played
    [[nodiscard]] const QList<qreal> &levels() const { return m_levels; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QList<qreal> m_levels;
    qreal m_played = -1;
    bool m_live = false;
};

} // namespace Tandem
