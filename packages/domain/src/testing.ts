export { acceptCase } from "./testing/accept.ts";
export { Clock } from "./testing/clock.ts";
export { colleague } from "./testing/colleagues.ts";
export { keptKey, lastKey, someDraft } from "./testing/drafts.ts";
export { exampleshire, noise, sampleAnswers } from "./testing/exampleshire.ts";
export { FakeBackOffice, FakeSender } from "./testing/fakes.ts";
export { oweFollowUp } from "./testing/follow-up.ts";
export { RecordingHandover } from "./testing/handover.ts";
export { edit, maker, set } from "./testing/makers.ts";
export { testMending } from "./testing/mending.ts";
export { FakePay, payingSteps } from "./testing/pay.ts";
export { mobile, publishForPhones } from "./testing/phones.ts";
export { FakePlaces, someAddress } from "./testing/places.ts";
export {
  addStaff,
  FakeIdentityProvider,
  lastLetter,
  linkDesk,
  openIdSettings,
  signInByLink,
} from "./testing/staff.ts";
export { follow, inTheStreet, placeAt, startAt, townHall } from "./testing/street.ts";
export { exampleSubscription, someVendor, subscriberScopes } from "./testing/vendor.ts";
export { createWorld, type Someone, type World, type WorldOptions } from "./testing/world.ts";
