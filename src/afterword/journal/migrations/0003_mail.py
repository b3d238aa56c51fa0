"""What came by mail, what was made of it, and which events it told of."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('journal', '0002_rulings'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='event',
            name='message',
            field=models.CharField(blank=True, default='', max_length=64),
        ),
        migrations.CreateModel(
            name='Message',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.CharField(max_length=64)),
                ('gone', models.BooleanField(default=False)),
                ('place', models.PositiveIntegerField()),
                ('identity', models.CharField(max_length=64)),
                ('opportunity', models.CharField(max_length=64)),
                ('sent', models.DateTimeField()),
                ('sender', models.TextField()),
                ('sender_name', models.TextField()),
                ('subject', models.TextField()),
                ('message_id', models.TextField()),
                ('thread', models.JSONField(default=list)),
                ('kind', models.CharField(max_length=40)),
                ('automatic', models.BooleanField(default=False)),
                ('human', models.BooleanField(default=False)),
                ('person', models.TextField()),
                ('because', models.CharField(max_length=40)),
                ('candidates', models.JSONField(default=list)),
                ('evidence', models.TextField()),
                ('applied', models.JSONField(default=list)),
                ('proposed', models.JSONField(default=list)),
                ('calendar', models.JSONField(default=dict)),
                ('state', models.CharField(max_length=40)),
                ('body', models.TextField()),
                ('change', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_rows', to='journal.change')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('replaces', models.OneToOneField(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='replaced_by', to='journal.message')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['owner', 'sent'], name='messages_by_time')],
                'constraints': [
                    models.UniqueConstraint(fields=('owner', 'uid'), name='one_message_a_uid'),
                    models.UniqueConstraint(condition=models.Q(('replaces__isnull', True)), fields=('owner', 'identity'), name='one_message_an_identity'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Taught',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.CharField(max_length=64)),
                ('gone', models.BooleanField(default=False)),
                ('place', models.PositiveIntegerField()),
                ('address', models.TextField()),
                ('opportunity', models.CharField(max_length=64)),
                ('change', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_rows', to='journal.change')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('replaces', models.OneToOneField(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='replaced_by', to='journal.taught')),
            ],
            options={
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('owner', 'uid'), name='one_taught_a_uid')],
            },
        ),
    ]
