export { createApi, createV1 } from "./app.ts";
export type { ApiDeps, ApiEnv, Caller, FileStorage, ReceivedUpload } from "./environment.ts";
export { describeIeg4 } from "./ieg4/describe.ts";
export { createIeg4 } from "./ieg4/ieg4.ts";
export { describeOpen311 } from "./open311/describe.ts";
export { createOpen311 } from "./open311/open311.ts";
export { describeApi } from "./openapi.ts";
export { toProblem, toResponse } from "./problem-response.ts";
export { createPlatformRoutes } from "./routes/platform.ts";
