"""Where letters leave, and what candidates released."""
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('journal', '0004_mailboxes'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='WayOut',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('host', models.CharField(max_length=320)),
                ('port', models.PositiveIntegerField(default=465)),
                ('security', models.CharField(default='tls', max_length=40)),
                ('on', models.BooleanField(default=False)),
                ('minutes', models.PositiveSmallIntegerField(default=10)),
                ('mailbox', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='way_out', to='journal.mailbox')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Release',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.CharField(max_length=64)),
                ('step', models.TextField()),
                ('sign', models.TextField()),
                ('seen', models.BigIntegerField(default=0)),
                ('house', models.TextField()),
                ('message_id', models.TextField()),
                ('letter', models.JSONField()),
                ('released_at', models.DateTimeField()),
                ('leaves_at', models.DateTimeField()),
                ('state', models.CharField(default='waiting', max_length=40)),
                ('why', models.TextField(default='')),
                ('tries', models.PositiveSmallIntegerField(default=0)),
                ('claim', models.CharField(default='', max_length=64)),
                ('claimed_at', models.DateTimeField(null=True)),
                ('attempted_at', models.DateTimeField(null=True)),
                ('ended_at', models.DateTimeField(null=True)),
                ('copied', models.BooleanField(default=False)),
                ('opportunity', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='releases', to='journal.opportunity')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='releases', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('state__in', ['waiting', 'claimed'])), fields=['leaves_at'], name='releases_that_wait')],
                'constraints': [models.UniqueConstraint(fields=('owner', 'uid'), name='one_release_a_uid'), models.UniqueConstraint(condition=models.Q(('state__in', ['waiting', 'claimed', 'sent', 'unsure'])), fields=('owner', 'message_id'), name='one_release_a_letter')],
            },
        ),
    ]
