export { Clock } from "./testing/clock.ts";
export { exampleshire, noise, sampleAnswers } from "./testing/exampleshire.ts";
export { FakeBackOffice, FakeSender } from "./testing/fakes.ts";
export { RecordingHandover } from "./testing/handover.ts";
export { FakePay, payingSteps } from "./testing/pay.ts";
export {
  addStaff,
  FakeIdentityProvider,
  lastLetter,
  linkDesk,
  openIdSettings,
  signInByLink,
} from "./testing/staff.ts";
export { exampleSubscription, someVendor, subscriberScopes } from "./testing/vendor.ts";
export { createWorld, type Someone, type World, type WorldOptions } from "./testing/world.ts";
