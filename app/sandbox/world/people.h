#pragma once

#include "app/sandbox/world/model.h"

namespace Tandem::Sandbox {

class World;

/// One customer of the scenario and how much they talk.
struct Person
{
    Customer customer;
    int weight = 1; ///< share of all the talk
    double lastDaysAgo = 0; ///< when they last wrote, days before linking
};

/// The cast, read from scenario/people.txt.
[[nodiscard]] QList<Person> readPeople(const World &world);
/// "US", "CN"… for a phone number's country code; "US" when unknown.
[[nodiscard]] QString countryOf(const QString &phone, const QString &language);

} // namespace Tandem::Sandbox
