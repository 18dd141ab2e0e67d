export { sayNotFixed } from "./ending/not-fixed.ts";
export { rateProcess } from "./ending/rate.ts";
export { listRatings, summariseRatings } from "./ending/ratings.ts";
