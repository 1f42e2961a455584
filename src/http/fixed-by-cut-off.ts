import { SetMetadata } from '@nestjs/common';

export const fixedByCutOff = 'fixedByCutOff';

/**
 * An answer made of nothing but the records of its ledger up to the cut-off: whoever has it already
 * is told so before it is made again.
 */
export const FixedByCutOff = () => SetMetadata(fixedByCutOff, true);
