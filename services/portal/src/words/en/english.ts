import { accessibility } from "./accessibility.ts";
import { components } from "./components.ts";
import { feedback, previews } from "./feedback.ts";
import { files } from "./files.ts";
import { frame } from "./frame.ts";
import { gone } from "./gone.ts";
import { home } from "./home.ts";
import { payment } from "./payment.ts";
import { places } from "./places.ts";
import { questions } from "./questions.ts";
import { saving } from "./saving.ts";
import { sending } from "./sending.ts";
import { start } from "./start.ts";
import { statements } from "./statements.ts";
import { tasks } from "./tasks.ts";
import { tracking } from "./tracking.ts";

/** All that the portal's own pages say, in English. */
export const english = {
  accessibility,
  components,
  feedback,
  files,
  frame,
  gone,
  home,
  payment,
  places,
  previews,
  questions,
  saving,
  sending,
  start,
  statements,
  tasks,
  tracking,
};
