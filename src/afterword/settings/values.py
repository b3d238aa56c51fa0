"""Django's settings, worked out from the data folder and three variables of the environment.

Importing this makes nothing: `start` makes the folder. Beyond loopback, AFTERWORD_HOSTS names the
hosts to answer to, with commas, and AFTERWORD_HTTPS says that they are reached by HTTPS only.
"""

import hashlib
import os
from pathlib import Path

from afterword.settings.folder import DATABASE, data_folder, secret

DATA = data_folder()
HTTPS = os.environ.get("AFTERWORD_HTTPS", "") == "1"
HOSTS = [name for name in os.environ.get("AFTERWORD_HOSTS", "").split(",") if name]

SECRET_KEY = secret(DATA)
DEBUG = False
ALLOWED_HOSTS = [*HOSTS, "127.0.0.1", "localhost", "[::1]"]
CSRF_TRUSTED_ORIGINS = [f"https://{name}" for name in HOSTS] if HTTPS else []

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "afterword.accounts",
    "afterword.journal",
    "afterword.web",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "afterword.web.security.headers",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "afterword.web.dates.Dates",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "afterword.web.faults.Faults",
]
ROOT_URLCONF = "afterword.web.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "afterword.web.context.page",
            ]
        },
    }
]

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(DATA / DATABASE),
        "OPTIONS": {
            # A transaction takes its lock when it begins: one that begins by reading and goes on
            # to write is refused outright while somebody else writes, whatever the timeout.
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("name",)},
    },
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
LOGIN_URL = "sign-in"
SESSION_ENGINE = "afterword.accounts.sessions"
# Browsers send a cookie to every port of a computer: named after the journal, those of two journals
# or of another program on this computer do not drive each other out. By HTTPS, the prefix has the
# browser refuse a cookie of that name from any other host (RFC 6265bis, 4.1.3.2).
COOKIE = "__Host-" if HTTPS else hashlib.sha256(SECRET_KEY.encode()).hexdigest()[:8] + "-"
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = f"{COOKIE}afterword", f"{COOKIE}afterword-form"
SESSION_COOKIE_AGE = 30 * 24 * 60 * 60
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
CSRF_FAILURE_VIEW = "afterword.web.faults.stale"
SECURE_REDIRECT_EXEMPT = [r"^health$"]  # asked by whoever watches over the process, on its computer
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# A file stays in memory and is never put down in a folder that others may read. The server before
# this one takes no more than MOST bytes; fields hold what was previewed, packed.
MOST = 24_000_000
DATA_UPLOAD_MAX_MEMORY_SIZE = FILE_UPLOAD_MAX_MEMORY_SIZE = MOST
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
DATA_UPLOAD_MAX_NUMBER_FIELDS, DATA_UPLOAD_MAX_NUMBER_FILES = 400, 1

USE_TZ = USE_I18N = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"
# Those in which Afterword speaks: a place of its own where it writes dates in its own way. Who adds
# a catalogue to LOCALE_PATHS adds its language here; for dates alone, any browser's place does.
LANGUAGES = [
    ("en", "English"),
    ("en-gb", "English (United Kingdom)"),
    ("en-us", "English (United States)"),
    ("en-au", "English (Australia)"),
    ("en-ca", "English (Canada)"),
    ("en-ie", "English (Ireland)"),
]
LOCALE_PATHS = [Path(__file__).parent.parent / "locale"]
LANGUAGE_COOKIE_NAME = f"{COOKIE}afterword-language"
LANGUAGE_COOKIE_SECURE, LANGUAGE_COOKIE_HTTPONLY, LANGUAGE_COOKIE_SAMESITE = HTTPS, True, "Lax"
