export { noiseService } from "./noise-service.ts";
