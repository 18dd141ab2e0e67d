/** The list of the parts of a long form. */
export const tasks = {
  anyOrder: (done: number, all: number) =>
    `You have completed ${done} of ${all} parts. You can do them in any order.`,
  oneWaits: (done: number, all: number) =>
    `You have completed ${done} of ${all} parts. One of them cannot start yet, because it depends on your answers to others. You can do the rest in any order.`,
  someWait: (done: number, all: number) =>
    `You have completed ${done} of ${all} parts. Some of them cannot start yet, because they depend on your answers to others. You can do the rest in any order.`,
  checkAndSend: "Check your answers and send",
  states: {
    completed: "Completed",
    "in-progress": "In progress",
    "not-started": "Not yet started",
    "cannot-start-yet": "Cannot start yet",
  },
  /** A page on the way that asks nothing, or that is the end of the road. */
  elsewhere: "You can go back and change your answers, or [find another service](home).",
};
