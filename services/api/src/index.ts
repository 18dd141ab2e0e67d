export { createApi, createV1 } from "./app.ts";
export type { ApiDeps, ApiEnv, FileStorage, ReceivedUpload } from "./environment.ts";
export { describeApi } from "./openapi.ts";
export { createPlatformRoutes } from "./routes/platform.ts";
