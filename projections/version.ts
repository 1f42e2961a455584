/** Rises with every change of what a view says of the same records: answers kept elsewhere are then old. */
export const projectionsVersion = '2';
