#pragma once

#include <QLineEdit>

#include <functional>

namespace Tandem {

/// A line with a limit: stops there and, near it, counts.
class LimitedEdit final : public QLineEdit
{
    Q_OBJECT
public:
    using Name = std::function<QString()>; ///< translated at call time
    LimitedEdit(int limit, Name name, QWidget *parent = nullptr);

    void setLimit(int limit);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    Name m_name;
};

} // namespace Tandem
