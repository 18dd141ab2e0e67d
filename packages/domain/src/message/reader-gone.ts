/** The code of a letter whose reader is not here any more, or has not the role that it is about. */
export const readerGone = "reader-gone";
