"""Sets a fresh machine up for Piyue: system libraries and a CJK font, a virtual environment, the packages in it.

Rule: whatever is missing is installed when this runs as root on a Debian-like system; otherwise the exact line to run
is printed. Standard library only, Python 3.11 or later. Usage: prepare.py VENV [CONSTRAINTS [REQUIREMENT ...]]
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# library that Qt opens -> the Debian package that holds it
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libX11-xcb.so.1": "libx11-xcb1",
}
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")
CJK_FONTS = ("cjk", "wqy", "uming", "ukai", "droidsansfallback", "sourcehan", "simsun", "simfang", "fzfs", "fangsong")
CJK_PACKAGE = "fonts-noto-cjk"


def is_openable(library: str) -> bool:
    """Whether the system's loader finds a library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_cjk_font() -> bool:
    """Whether a font with Chinese glyphs lies in one of the usual folders, judged by its file name."""
    folders = [Path(folder).expanduser() for folder in FONT_FOLDERS]
    names = (
        path.name.lower().replace("-", "") for folder in folders for path in folder.rglob("*.*") if folder.is_dir()
    )
    return any(mark in name for name in names for mark in CJK_FONTS)


def missing_packages() -> list[str]:
    """The Debian packages this machine lacks."""
    missing = [package for library, package in LIBRARIES.items() if not is_openable(library)]
    if not has_cjk_font():
        missing.append(CJK_PACKAGE)
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        missing.append("python3-venv")
    return missing


def install_packages(packages: list[str]) -> None:
    """Installs Debian packages as root, or says how; leaves with status 1 when the rest cannot work without them."""
    line = f"apt-get install -y --no-install-recommends {' '.join(packages)}"
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if is_root and shutil.which("apt-get"):
        print(f"Installing what is missing: {' '.join(packages)}", flush=True)
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-q"], check=True, env=environment, stdout=subprocess.DEVNULL)
        subprocess.run([*line.split(), "-q"], check=True, env=environment, stdout=subprocess.DEVNULL)
        return
    print(f"This machine lacks: {' '.join(packages)}\nOn Debian, Ubuntu, UOS or Kylin run:\n\n    sudo {line}\n")
    if packages != [CJK_PACKAGE]:
        raise SystemExit(1)
    print("Going on without a Chinese font: texts will show as boxes.")


def install_python_packages(venv: Path, constraints: Path, extra: list[str]) -> None:
    """Makes the virtual environment and installs the project in it, editable, with its tools for development."""
    marks = [
        constraints.read_bytes(),
        (ROOT / "pyproject.toml").read_bytes(),
        " ".join(extra).encode(),
        sys.version.encode(),
    ]
    stamp = venv / "prepared"
    wanted = hashlib.sha256(b"\0".join(marks)).hexdigest()
    if stamp.is_file() and stamp.read_text() == wanted:
        return
    bin_folder = venv / ("Scripts" if os.name == "nt" else "bin")
    if not (bin_folder / "python").exists() and not (bin_folder / "python.exe").exists():
        subprocess.run([sys.executable, "-m", "venv", str(venv)], check=True)
    print("Installing Python packages (a minute or two the first time) ...", flush=True)
    pip = [str(bin_folder / "python"), "-m", "pip", "install", "-q", "--disable-pip-version-check", "--use-pep517"]
    subprocess.run([*pip, "-c", str(constraints), "-e", f"{ROOT}[dev]", *extra], check=True)
    stamp.write_text(wanted)


def main() -> None:
    if sys.version_info < (3, 11):
        raise SystemExit(f"Piyue needs Python 3.11 or later; this is {sys.version.split()[0]}.")
    venv = Path(sys.argv[1]).resolve()
    constraints = Path(sys.argv[2]) if len(sys.argv) > 2 else ROOT / "constraints.txt"
    packages = missing_packages() if sys.platform.startswith("linux") else []
    if packages:
        install_packages(packages)
    install_python_packages(venv, constraints, sys.argv[3:])


if __name__ == "__main__":
    main()
