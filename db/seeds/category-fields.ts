/** What the categories of the town ask of an offer, as JSON Schema. */
export const cut = {
  hair_length: { type: 'string', enum: ['Short', 'To the shoulders', 'Longer', 'Any length'], title: 'Hair length', description: 'For which hair the price holds.' },
  wash: { type: 'boolean', title: 'Washing included' },
  suited: { type: 'string', title: 'Suited to', description: 'Kinds of hair that you cut.', maxLength: 120 },
}

export const colour = {
  technique: { type: 'string', enum: ['Roots', 'All over', 'Highlights', 'Balayage'], title: 'Technique' },
  vegan: { type: 'boolean', title: 'Vegan colours' },
  lasts_weeks: { type: 'integer', title: 'Weeks until the next visit', description: 'As customers see it who come for the first time.', minimum: 1, maximum: 52 },
}

export const physiotherapy = {
  for_whom: { type: 'string', enum: ['Adults', 'Children', 'Everybody'], title: 'For whom' },
  referral: { type: 'boolean', title: 'Needs a referral' },
  about: { type: 'string', format: 'multiline', title: 'What happens', maxLength: 600 },
}

export const concert = {
  seats: { type: 'string', enum: ['Seated', 'Standing', 'Some seats'], title: 'Seats' },
  outdoors: { type: 'boolean', title: 'Outdoors' },
}

export const talk = {
  language: { type: 'string', enum: ['English', 'Portuguese'], title: 'Language' },
  online: { type: 'boolean', title: 'Can be followed online' },
}

const level = { type: 'string', enum: ['For beginners', 'For everybody', 'With experience'], title: 'Level' }

export const kayaking = {
  level,
  swim: { type: 'boolean', title: 'You must be able to swim' },
  least_age: { type: 'integer', title: 'Least age', minimum: 0, maximum: 99 },
}

export const yoga = {
  level,
  mats: { type: 'boolean', title: 'Mats are there' },
}

export const holidayLet = {
  pets: { type: 'boolean', title: 'Pets are welcome' },
  water_minutes: { type: 'integer', title: 'Minutes on foot to the water', minimum: 0, maximum: 240 },
}

export const home = {
  furnished: { type: 'boolean', title: 'Furnished' },
  lift: { type: 'boolean', title: 'With a lift' },
}
