import { questionSpeeches } from "@guildhall/question-view";
import { accessibility } from "./accessibility.ts";
import { adding } from "./adding.ts";
import { answering } from "./answering.ts";
import { components } from "./components.ts";
import { ending } from "./ending.ts";
import { feedback, previews } from "./feedback.ts";
import { following } from "./following.ts";
import { frame } from "./frame.ts";
import { gone } from "./gone.ts";
import { home } from "./home.ts";
import { myRequests } from "./my-requests.ts";
import { payment } from "./payment.ts";
import { saving } from "./saving.ts";
import { sending } from "./sending.ts";
import { start } from "./start.ts";
import { statements } from "./statements.ts";
import { tasks } from "./tasks.ts";
import { tenants } from "./tenants.ts";
import { tracking } from "./tracking.ts";

/** All that the portal's own pages say, in English. */
export const english = {
  ...questionSpeeches.en.words,
  accessibility,
  adding,
  answering,
  components,
  ending,
  feedback,
  following,
  frame,
  gone,
  home,
  myRequests,
  payment,
  previews,
  saving,
  sending,
  start,
  statements,
  tasks,
  tenants,
  tracking,
};
