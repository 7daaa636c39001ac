/** What residents write about each kind of problem, and what officers answer. */

export const descriptions: Readonly<Record<string, readonly string[]>> = {
  'fly-tipping': [
    'A sofa and several black bags were left here overnight.',
    'Somebody has dumped building rubble and old doors beside the gate.',
    'A mattress and a fridge. They have been here for three days.',
  ],
  litter: [
    'Litter all along the verge, mostly cans and takeaway boxes.',
    'Wet leaves cover the whole pavement and it is very slippery.',
    'Broken glass outside the school gate.',
  ],
  'litter-bin': [
    'The bin has been overflowing since Friday.',
    'The door of the bin has come off and bags fall out.',
    'The dog bin at the entrance is full again.',
  ],
  graffiti: [
    'Large tags on the wall of the underpass.',
    'Posters pasted over the bus shelter.',
    'Somebody has sprayed the electricity cabinet.',
  ],
  'dog-fouling': [
    'Dog mess all along the path to the school.',
    'It happens every morning outside number 12.',
    'Several piles on the grass where children play.',
  ],
  'dead-animal': [
    'A dead fox at the side of the road.',
    'A cat has been hit by a car. It has a blue collar.',
    'A dead badger in the gutter.',
  ],
  'missed-bin': [
    'The whole street was missed this morning.',
    'Our recycling was left. The lorry went past.',
    'Food waste has not been collected for two weeks.',
  ],
  pothole: [
    'A deep hole near the junction. Cars swerve to miss it.',
    'The edge of the road is breaking up.',
    'It fills with water, so you cannot see how deep it is.',
  ],
  pavement: [
    'A slab has lifted and my mother tripped on it.',
    'Tree roots have pushed the path up.',
    'The pavement has sunk outside the shop.',
  ],
  'street-light': [
    'The light has been out for a week and the path is very dark.',
    'The lamp flickers all night.',
    'The light is on all day.',
  ],
  'street-sign': [
    'The street name sign has fallen over.',
    'A lorry has bent the sign at the corner.',
    'The sign is hidden behind a hedge.',
  ],
  'blocked-drain': [
    'The drain is full of leaves and water stands on the road.',
    'Water comes up through the grate when it rains.',
    'The cover rattles each time a car drives over it.',
  ],
  flooding: [
    'The road is under water from kerb to kerb.',
    'The underpass floods each time it rains.',
    'Water is running off the field across the road.',
  ],
  obstruction: [
    'A skip without lights is on the bend.',
    'Scaffolding blocks the whole pavement.',
    'Cones were left in the road after the works ended.',
  ],
  'abandoned-vehicle': [
    'A car with flat tyres. It has not moved for a month.',
    'The windows of this van are smashed.',
    'It has no number plates and is full of rubbish.',
  ],
  'fallen-tree': ['A large branch came down in the wind.', 'A tree leans over the road.', 'A branch hangs from the telephone wire.'],
  overgrown: [
    'The hedge covers half of the pavement.',
    'Brambles grow across the footpath.',
    'The grass is so high that you cannot see cars at the junction.',
  ],
  'play-area': [
    'One of the swings has a broken seat.',
    'The gate does not close any more.',
    'Somebody has burnt the rubber under the slide.',
  ],
};

/** Reports that the back office refuses, so that an officer has to look at them: each stands in no other report. */
export const refusedDescriptions = [
  'The old horse trough by the market is leaking over the steps.',
  'The town clock has stopped at ten past three.',
  'The footbridge behind the library has a loose handrail.',
  'The war memorial needs cleaning before the service.',
] as const;

export const whereabouts = [
  'Outside number {number}, {street}',
  '{street}, opposite the bus stop',
  '{street}, by the postbox',
  'Corner of {street}',
  '{street}, next to the school',
  '{number} {street}',
];

/** What officers write when they change a status. */
export const notes = {
  for_triage: ['We have passed this to the right team.'],
  investigating: ['An officer will look at this in the next 5 working days.', 'We are finding out who owns this land.'],
  planned: ['We have seen this and added it to our programme of repairs.'],
  action_scheduled: ['A crew is booked for next week.', 'The work is booked for Tuesday.'],
  in_progress: ['A crew has started work.', 'We have made it safe. The repair follows.'],
  fixed: ['We have repaired this. Thank you for telling us.', 'We have cleared it. Thank you for your report.', 'The work is finished.'],
  closed: ['We have closed this report. Thank you.'],
  duplicate: ['Somebody reported this before you. We are working on it under the earlier report.'],
  not_councils_responsibility: [
    'This land is private. We have written to its owner.',
    'This belongs to the water company. We have told them.',
  ],
  no_further_action: ['An officer looked and it did not meet the level at which we repair. We will look again at the next inspection.'],
  internal_referral: ['We have passed this to our parks team, who deal with it from now on.'],
  cancelled: ['We closed this because the resident asked us to.'],
} as const;
