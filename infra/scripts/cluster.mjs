// `npm run cluster`: as `npm start`, in several processes on this machine: Redis, 2 that answer and 2 that work.
process.argv.splice(2, 0, "cluster");
await import("./start.mjs");
