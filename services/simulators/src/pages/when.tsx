import { TextLine, type Wrong } from "./parts.tsx";
import type { Posted, Read } from "./posted.ts";

interface WhenProps {
  readonly wrongs: readonly Wrong[];
  readonly typed: Posted;
}

/** A day and a time of day, in UK local time. */
export function When({ wrongs, typed }: WhenProps) {
  return (
    <div class="pair">
      <TextLine id="day" name="day" type="date" label="Day" typed={typed.day} wrongs={wrongs} />
      <TextLine id="time" name="time" type="time" label="Time" typed={typed.time} wrongs={wrongs} />
    </div>
  );
}

/** Read a day and a time as a UK local time without a zone. */
export function readWhen({ day = "", time = "" }: Posted): Read<string> {
  const local = `${day}T${time}:00`;
  const isDay = /^20\d\d-\d\d-\d\d$/.test(day) && isReal(`${day}T00:00:00`);
  const isTime = /^\d\d:\d\d$/.test(time) && isReal(`2000-01-01T${time}:00`);
  if (isDay && isTime) return { value: local };
  return {
    wrongs: [
      ...(isDay ? [] : [{ field: "day", text: "Enter a day, such as 2026-05-27" }]),
      ...(isTime ? [] : [{ field: "time", text: "Enter a time, such as 14:30" }]),
    ],
  };
}

/** Whether a local time is on the calendar: there is no 31 April. */
function isReal(local: string): boolean {
  const at = new Date(`${local}Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(local);
}
