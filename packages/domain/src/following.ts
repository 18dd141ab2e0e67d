export { askToFollow } from "./follower/ask.ts";
export { confirmFollow, findFollow, stopFollow } from "./follower/link.ts";
export { listNearby } from "./nearby/list.ts";
