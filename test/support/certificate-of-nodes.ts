/**
 * Vouches for the nodes of the service files, wherever they are reached, and by nobody's word but its
 * own, until 2126. Nothing else may ever trust it, its key being public.
 */
export const certificateOfNodes = {
  cert: `-----BEGIN CERTIFICATE-----
MIIBxDCCAWugAwIBAgIUKKu21O8tIS+EhOY+Hk4sJUHSdMswCgYIKoZIzj0EAwIw
HDEaMBgGA1UEAwwRZXZlbnRzdG9yZWRiLW5vZGUwIBcNMjYxMTIyMjIyMDM4WhgP
MjEyNjEwMjkyMjIwMzhaMBwxGjAYBgNVBAMMEWV2ZW50c3RvcmVkYi1ub2RlMFkw
EwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEzXjDuDC6ndaERKgWUEGNwNtpY8IkWY5V
vy0U2xnxq6Jw4RY9oOD78q9Hek+ve5vuXyJyo+Lq5c/knZHAHvTmk6OBiDCBhTAd
BgNVHQ4EFgQUQMk+Y/vFg6GOSr3lCPmE/8aGcXAwHwYDVR0jBBgwFoAUQMk+Y/vF
g6GOSr3lCPmE/8aGcXAwDwYDVR0TAQH/BAUwAwEB/zAyBgNVHREEKzApggZub2Rl
LTGCBm5vZGUtMoIGbm9kZS0zgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZIzj0EAwID
RwAwRAIgc0C3xzkzb35uuiLKqFvKP/NCDGDT8E+pSVloktBMzsUCIFmMdpNDqt+l
zCKX+I/RRD9vg1VP5cbjDmPFEa/XIh/d
-----END CERTIFICATE-----
`,
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQguUnWeN3rNss7FMu1
w2G/YjuzqnLoFUZQI0/mlL9rfEGhRANCAATNeMO4MLqd1oREqBZQQY3A22ljwiRZ
jlW/LRTbGfGronDhFj2g4Pvyr0d6T697m+5fInKj4urlz+SdkcAe9OaT
-----END PRIVATE KEY-----
`,
};
