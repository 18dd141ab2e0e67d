export { createTestStore, type TestStore } from "./test-store.ts";
