export { arrange, inOrderRead, type Placed } from "./arrange.ts";
export { buttons } from "./buttons.ts";
export { autocompleteFor } from "./fields/autocomplete.ts";
export { FileList } from "./fields/file-list.tsx";
export type { FilesShown, Filling } from "./fields/filling.ts";
export { QuestionFields } from "./fields/question-field.tsx";
export { hasTypeAhead } from "./fields/type-ahead.ts";
export {
  type FilesQuestion,
  filesQuestions,
  hasRoom,
  largestFile,
  mostFiles,
} from "./file-limits.ts";
export { fileField, filesButton, labelField } from "./files-fields.ts";
export { type FieldFault, faultsOn, firstControl } from "./page-faults.ts";
export { type LookUp, type PlaceView, partOf } from "./place-view.ts";
export { questionStyles } from "./styles.ts";
export { counted } from "./words/counted.ts";
export { type QuestionSpeech, QuestionSpeechProvider, questionSpeeches } from "./words/speech.ts";
export { Text, Written } from "./words/text.tsx";
