import { SetMetadata } from '@nestjs/common';

export const auditViewKey = 'auditView';

/** A view whose every reading stands in the trail. @see PEFA 27.4 */
export const AuditView = () => SetMetadata(auditViewKey, true);
