export interface Count {
  readonly passed: number;
  readonly failed: number;
}
