"""What a client and this server may agree on, the best first."""

KEX = ["mlkem768x25519-sha256", "curve25519-sha256"]
"""The second is not safe from a quantum computer to come; OpenSSH before 9.9 lacks the first."""

CIPHERS = ["aes128-gcm@openssh.com", "aes256-gcm@openssh.com"]
"""Clients that put chacha20-poly1305 first would cost six times as much for each frame."""

MACS = ["hmac-sha2-512-etm@openssh.com", "hmac-sha2-256-etm@openssh.com"]
SIGNATURES = [
    "ssh-ed25519",
    "sk-ssh-ed25519@openssh.com",
    "ecdsa-sha2-nistp256",
    "ecdsa-sha2-nistp384",
    "ecdsa-sha2-nistp521",
    "sk-ecdsa-sha2-nistp256@openssh.com",
    "rsa-sha2-512",
    "rsa-sha2-256",
]
"""Of people's keys."""
