export { eicar, type FakeClamd, startFakeClamd } from "./testing/fake-clamd.ts";
